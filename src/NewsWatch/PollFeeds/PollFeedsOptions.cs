using System.ComponentModel.DataAnnotations;

namespace NewsWatch.PollFeeds;

/// <summary>Section <c>NewsWatch:PollFeeds</c>.</summary>
public sealed class PollFeedsOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "NewsWatch:PollFeeds";

    private const string OutOfRange = Section + ":{0} must be from {1} to {2}.";

    /// <summary>
    /// File with the watch list (OPML 2.0); null for the store's own <c>feeds.opml</c>, or the default list where there is none.
    /// </summary>
    public string? WatchList { get; set; }

    /// <summary>Most entries taken of one feed at one poll; 1 to 100,000. More are counted, not taken.</summary>
    [Range(1, 100_000, ErrorMessage = OutOfRange)]
    public int MaxEntries { get; set; } = 1000;

    /// <summary>Most bytes of one feed after decompression; 64 KiB to 256 MiB.</summary>
    [Range(64 * 1024, 256 * 1024 * 1024, ErrorMessage = OutOfRange)]
    public int MaxFeedBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Longest one feed may take to come, with all redirects and its robots.txt; 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = OutOfRange)]
    public TimeSpan FeedTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest one run may take; what is still due then waits for the next, the most overdue first. 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan TimeBudget { get; set; } = TimeSpan.FromMinutes(4);

    /// <summary>Feeds polled at once; 1 to 256.</summary>
    [Range(1, 256, ErrorMessage = OutOfRange)]
    public int Concurrency { get; set; } = 16;

    /// <summary>Feeds of one host polled at once; 1 to 64. The spacing of requests is the fetcher's.</summary>
    [Range(1, 64, ErrorMessage = OutOfRange)]
    public int ConcurrencyPerHost { get; set; } = 1;

    /// <summary>Shortest time between two polls of a feed; 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Time between two polls of a feed that says nothing of itself; 1 second to 30 days, between the two bounds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan DefaultInterval { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Longest time between two polls of a feed that works; 1 second to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>First delay after a failure; it doubles with each further one. 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest delay after failures, or that a server may ask for; 1 second to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Failures in a row after which the operator is told; 1 to 100.</summary>
    [Range(1, 100, ErrorMessage = OutOfRange)]
    public int FailuresBeforeNotice { get; set; } = 3;

    /// <summary>Shortest silence that counts as gone quiet, however lively the feed was; 1 hour to 100 years.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "36500.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan QuietAfter { get; set; } = TimeSpan.FromDays(7);
}
