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
internal sealed class StoryIndex(IBlobs blobs, DamagedRecords damaged, TimeProvider clock) : IOldDays
{
    private const string Prefix = "story-index/";
    private const string Day = "yyyy/MM/dd";
    private const string Suffix = ".jsonl";

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

    /// <summary>Drops days that nothing may look back to: each article keeps its own signature.</summary>
    public async Task<Compaction> CompactAsync(DateOnly today, CancellationToken cancellation)
    {
        var dropped = 0;
        await foreach (var name in blobs.ListAsync(Prefix, cancellation))
            if (DayOf(name) < today.AddDays(-ExtractArticleOptions.MaxStoryDays - 1) && await blobs.DeleteAsync(name, cancellation))
                dropped++;
        return new(Prefix, dropped, 0);
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

    /// <summary>The day of a blob; null for what is none of ours.</summary>
    private static DateOnly? DayOf(string name)
        => name.Length >= Prefix.Length + Day.Length + Suffix.Length
            && DateOnly.TryParseExact(name.AsSpan(Prefix.Length, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string Name(DateOnly day) => Prefix + day.ToString(Day, CultureInfo.InvariantCulture) + Suffix;
}
