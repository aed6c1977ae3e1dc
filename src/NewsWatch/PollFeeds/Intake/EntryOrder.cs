using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>The order of a feed's entries: newest first nearly everywhere, but some lists grow at the end.</summary>
internal static class EntryOrder
{
    private const int FewestSteps = 2;

    /// <summary>
    /// The newest entries, newest first as far as their dates tell. Of a longer list without dates half are from either end, since no one
    /// knows at which the news comes in.
    /// </summary>
    public static IEnumerable<FeedEntry> Newest(IReadOnlyList<FeedEntry> entries, int most)
        => IsOldestFirst(entries) ? entries.Reverse().Take(most)
            : entries.Count > most && entries.All(entry => entry.TrustedDate is null)
                ? [.. entries.Take(most - (most / 2)), .. entries.TakeLast(most / 2)]
            : entries.Take(most);

    /// <summary>Whether the dates rise far more often than they fall from one entry to the next.</summary>
    public static bool IsOldestFirst(IReadOnlyList<FeedEntry> entries)
    {
        var (rises, falls) = (0, 0);
        DateTimeOffset? last = null;
        foreach (var date in entries.Select(entry => entry.TrustedDate).OfType<DateTimeOffset>())
        {
            if (date > last)
                rises++;
            else if (date < last)
                falls++;
            last = date;
        }
        return rises >= FewestSteps && rises > 3 * falls;
    }
}
