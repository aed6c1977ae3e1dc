using System.Globalization;
using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>When a feed asks to be read again (RSS 2.0 <c>ttl</c>, <c>skipHours</c>, <c>skipDays</c>; RSS 1.0 syndication module).</summary>
internal static class FeedSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static TimeSpan? Ttl(BaseFeed? feed) => feed is Rss20Feed { TTL: { } ttl }
        && int.TryParse(ttl, NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes)
        && minutes > 0 && minutes <= Longest.TotalMinutes ? TimeSpan.FromMinutes(minutes) : null;

    public static TimeSpan? UpdateInterval(BaseFeed? feed, XElement? period, XElement? frequency)
    {
        var sy = feed switch { Rss20Feed rss => rss.Sy, Rss10Feed rdf => rdf.Sy, _ => null };
        var length = (sy?.UpdatePeriod ?? period?.Value)?.Trim().ToUpperInvariant() switch
        {
            "HOURLY" => TimeSpan.FromHours(1),
            "DAILY" => TimeSpan.FromDays(1),
            "WEEKLY" => TimeSpan.FromDays(7),
            "MONTHLY" => TimeSpan.FromDays(30),
            "YEARLY" => TimeSpan.FromDays(365),
            _ => (TimeSpan?)null,
        };
        var times = int.TryParse(sy?.UpdateFrequency ?? frequency?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var said) && said > 0 ? said : 1;
        return length / times;
    }

    /// <summary>24 is written by those who count from 1 (RSS 0.91); it is midnight.</summary>
    public static IReadOnlyList<int> SkipHours(BaseFeed? feed) => feed is not Rss20Feed { SkipHours: { Count: > 0 } written } ? [] :
        [.. written.Select(hour => int.TryParse(hour, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24).Distinct().Order()];

    public static IReadOnlyList<DayOfWeek> SkipDays(BaseFeed? feed) => feed is not Rss20Feed { SkipDays: { Count: > 0 } written } ? [] :
        [.. written.Select(day => Enum.TryParse<DayOfWeek>(day?.Trim(), ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : (DayOfWeek?)null)
            .OfType<DayOfWeek>().Distinct().Order()];
}
