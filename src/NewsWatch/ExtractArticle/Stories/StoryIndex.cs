using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>
/// The signatures of the last days, a blob of lines a day: <c>story-index/yyyy/MM/dd.jsonl</c>. A scan of a week's signatures takes
/// milliseconds, where bands in blobs of their own would take dozens of writes an article; so lines are all there is. They are only ever
/// appended, so what was read before is kept in memory and only the new end of a blob is parsed.
/// </summary>
internal sealed class StoryIndex(IBlobs blobs, DamagedRecords damaged, TimeProvider clock)
{
    private readonly ConcurrentDictionary<DateOnly, DayOfStories> days = new();

    /// <summary>Appends a line to today's blob.</summary>
    public Task AppendAsync(StoryLine line, CancellationToken cancellation)
        => blobs.AppendLineAsync(Name(Today), JsonSerializer.Serialize(line, StoryJson.Default.StoryLine), cancellation);

    /// <summary>The lines of today and of the <paramref name="back"/> days before, oldest first.</summary>
    public async Task<IReadOnlyList<IndexedText>> ReadAsync(int back, CancellationToken cancellation)
    {
        var today = Today;
        foreach (var day in days.Keys.Where(day => day < today.AddDays(-back)))
            days.TryRemove(day, out _);
        var texts = new List<IndexedText>();
        for (var day = today.AddDays(-back); day <= today; day = day.AddDays(1))
            texts.AddRange((await ReadDayAsync(day, today, cancellation)).Texts);
        return texts;
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<DayOfStories> ReadDayAsync(DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var known = days.GetValueOrDefault(day);
        // Another machine's clock may still be writing yesterday's blob; older ones are finished.
        if (known is not null && day < today.AddDays(-1))
            return known;
        var blob = await blobs.ReadAsync(Name(day), cancellation);
        return days[day] = (known ?? DayOfStories.Empty).WithLinesOf(blob, (at, why) => damaged.Note(string.Create(CultureInfo.InvariantCulture, $"{Name(day)} at byte {at}"), why));
    }

    private static string Name(DateOnly day) => day.ToString("'story-index/'yyyy/MM/dd'.jsonl'", CultureInfo.InvariantCulture);
}
