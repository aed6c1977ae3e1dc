using System.Globalization;
using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>
/// The signatures of the last days, a blob of lines a day: <c>story-index/yyyy/MM/dd.jsonl</c>. A scan of a week's signatures takes
/// milliseconds, where bands in blobs of their own would take dozens of writes an article; so lines are all there is. They are only ever
/// appended, so what was read before is kept in memory and only the new end of a blob is parsed. A line may stand twice after a message was
/// delivered to two processes: the first counts.
/// </summary>
internal sealed class StoryIndex(IBlobs blobs, DamagedRecords damaged, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<DateOnly, DayOfStories> days = [];

    /// <summary>Appends a line to today's blob.</summary>
    public Task AppendAsync(StoryLine line, CancellationToken cancellation)
        => blobs.AppendLineAsync(Name(Today), JsonSerializer.Serialize(line, StoryJson.Default.StoryLine), cancellation);

    /// <summary>What was read last of today and of the <paramref name="back"/> days before; null where that is not all of it.</summary>
    public StoryTexts? Known(int back)
    {
        var today = Today;
        lock (gate)
            return Enumerable.Range(0, back + 1).All(day => days.ContainsKey(today.AddDays(-day)))
                ? new([.. Enumerable.Range(0, back + 1).Select(day => days[today.AddDays(day - back)])])
                : null;
    }

    /// <summary>The lines of today and of the <paramref name="back"/> days before, oldest first.</summary>
    public async Task<StoryTexts> ReadAsync(int back, CancellationToken cancellation)
    {
        var today = Today;
        lock (gate)
            foreach (var day in days.Keys.Where(day => day < today.AddDays(-back)).ToList())
                days.Remove(day);
        var read = new List<DayOfStories>();
        for (var day = today.AddDays(-back); day <= today; day = day.AddDays(1))
            read.Add(await ReadDayAsync(day, today, cancellation));
        return new(read);
    }

    /// <summary>Forgets what was read: a blob is not what it was, as after a store was put back to an earlier state.</summary>
    public void Forget()
    {
        lock (gate)
            days.Clear();
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<DayOfStories> ReadDayAsync(DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        DayOfStories? known;
        lock (gate)
            known = days.GetValueOrDefault(day);
        // Another machine's clock may still be writing yesterday's blob; older ones are finished.
        if (known is not null && day < today.AddDays(-1))
            return known;
        var start = known?.Length ?? 0;
        var tail = await blobs.ReadFromAsync(Name(day), start, cancellation) ?? default;
        lock (gate)
        {
            // What another worker has read on meanwhile is not read again.
            var latest = days.GetValueOrDefault(day, DayOfStories.Empty);
            if (latest.Length < start || latest.Length - start > tail.Length)
                return latest;
            return days[day] = latest.With(
                tail.Span[(int)(latest.Length - start)..],
                (at, why) => damaged.Note(string.Create(CultureInfo.InvariantCulture, $"{Name(day)} at byte {at}"), why));
        }
    }

    private static string Name(DateOnly day) => day.ToString("'story-index/'yyyy/MM/dd'.jsonl'", CultureInfo.InvariantCulture);
}
