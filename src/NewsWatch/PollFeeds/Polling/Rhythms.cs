using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>Reads a feed's own rate from the dates of its entries.</summary>
internal static class Rhythms
{
    private const int MostDates = 30;
    private const int FewestGaps = 3;

    /// <summary>The rhythm of the newest entries; null where fewer than four differ in date by a minute or more.</summary>
    public static FeedRhythm? Of(IEnumerable<FeedEntry> entries)
    {
        var dates = entries.Select(entry => entry.TrustedDate).OfType<DateTimeOffset>().OrderDescending().ToList();
        var gaps = new List<TimeSpan>();
        for (var (later, next) = (0, 1); next < dates.Count && gaps.Count < MostDates; next++)
        {
            var gap = dates[later] - dates[next];
            if (gap < TimeSpan.FromMinutes(1))
                continue;
            gaps.Add(gap);
            later = next;
        }
        if (gaps.Count < FewestGaps)
            return null;
        gaps.Sort();
        return new(gaps[gaps.Count / 2], gaps[^1]);
    }
}
