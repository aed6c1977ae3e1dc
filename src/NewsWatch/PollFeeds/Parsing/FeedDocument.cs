using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Parsing;

/// <summary>A feed as read: repaired, corrected, with plain texts, absolute addresses and dates in UTC.</summary>
public sealed record FeedDocument
{
    /// <summary>The family of formats the feed is written in.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>Plain text; empty where the feed has none.</summary>
    public string Title { get; init => field = Bound.Cut(value, Bound.Line); } = "";

    /// <summary>The site the feed belongs to, absolute where the feed lets that be known; null where it says nothing.</summary>
    public string? Link { get; init => field = Bound.Whole(value, Bound.Address); }

    /// <summary>As declared, such as <c>en-GB</c>; null where it is not.</summary>
    public string? Language { get; init => field = Bound.Cut(value, Bound.Line); }

    /// <summary>In the feed's own order, which is newest first nearly everywhere, but not promised.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];

    /// <summary>
    /// Entries beyond the bounds of the reading, as far as they could be counted: they are in the feed, but not in <see cref="Entries"/>.
    /// </summary>
    public int Left { get; init; }

    /// <summary>How long a copy may be kept (RSS 2.0 <c>ttl</c>); null where it is not said or absurd.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>
    /// How often the feed says it changes (<c>sy:updatePeriod</c> over <c>sy:updateFrequency</c>); null where it is not said.
    /// </summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>Hours of the day, 0 to 23 in UTC, in which the feed asks not to be read (RSS <c>skipHours</c>).</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days in UTC on which the feed asks not to be read (RSS <c>skipDays</c>).</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>WebSub hubs the document names (W3C WebSub, 4: <c>rel="hub"</c>; JSON Feed <c>hubs</c>).</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    /// <summary>The feed's own address as it gives it (<c>rel="self"</c>, JSON Feed <c>feed_url</c>); null where it does not.</summary>
    public Uri? Self { get; init; }

    /// <summary>What had to be mended before the feed could be read.</summary>
    public FeedRepairs Repairs { get; init; }
}
