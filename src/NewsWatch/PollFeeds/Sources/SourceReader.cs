using Microsoft.Extensions.Options;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>Reads what a source gives, whatever its kind, as a feed.</summary>
internal sealed class SourceReader(
    FeedParser feeds, ListPageReader pages, SitemapReader sitemaps, IOptions<PollFeedsOptions> options, TimeProvider clock)
{
    // Of a list that grows at its end, the newest must be read to be taken.
    private const int ReadPerTaken = 5;
    private const int BytesPerNode = 20;

    /// <summary>Reads a fetched source; of a sitemap index, some of the sitemaps it names are fetched too.</summary>
    public async Task<SourceReading> ReadAsync(WatchedFeed feed, FetchResult.Fetched fetched, CancellationToken cancellation) => feed.Kind switch
    {
        SourceKind.Page => new(InTime(stop => pages.Read(fetched, feed, stop), cancellation), IsWhole: true),
        SourceKind.Sitemap => await sitemaps.ReadAsync(fetched, feed.ObeyRobots, cancellation),
        _ => new(
            InTime(
                stop => feeds.Parse(fetched.Body, fetched.Headers.GetValueOrDefault("content-type"), fetched.Address, Limits(feed), stop),
                cancellation),
            IsWhole: true),
    };

    private FeedParse InTime(Func<CancellationToken, FeedParse> read, CancellationToken cancellation)
        => TimeBound.Read(Bound.Feed.Time, clock, read, why => new FeedParse.Failed(why), cancellation);

    /// <summary>The operator's bounds, and those that follow from them.</summary>
    private FeedLimits Limits(WatchedFeed feed) => new()
    {
        MaxBytes = options.Value.MaxFeedBytes,
        MaxEntries = ReadPerTaken * (feed.MaxEntries ?? options.Value.MaxEntries),
        MaxNodes = Math.Max(new FeedLimits().MaxNodes, options.Value.MaxFeedBytes / BytesPerNode),
    };
}

/// <summary>What a source gave.</summary>
/// <param name="Parse">What was read.</param>
/// <param name="IsWhole">False where other documents had to be read too, so that an unchanged first one says nothing of them.</param>
internal sealed record SourceReading(FeedParse Parse, bool IsWhole);
