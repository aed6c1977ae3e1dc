using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>Reads what a source gives, whatever its kind, as a feed.</summary>
internal sealed class SourceReader(FeedParser feeds, ListPageReader pages, SitemapReader sitemaps)
{
    /// <summary>Reads a fetched source; of a sitemap index, some of the sitemaps it names are fetched too.</summary>
    public async Task<SourceReading> ReadAsync(WatchedFeed feed, FetchResult.Fetched fetched, CancellationToken cancellation) => feed.Kind switch
    {
        SourceKind.Page => new(await pages.ReadAsync(fetched, feed.Select, cancellation), IsWhole: true),
        SourceKind.Sitemap => await sitemaps.ReadAsync(fetched, feed.ObeyRobots, cancellation),
        _ => new(feeds.Parse(fetched.Body, fetched.Headers.GetValueOrDefault("content-type"), fetched.Address), IsWhole: true),
    };
}

/// <summary>What a source gave.</summary>
/// <param name="Parse">What was read.</param>
/// <param name="IsWhole">False where other documents had to be read too, so that an unchanged first one says nothing of them.</param>
internal sealed record SourceReading(FeedParse Parse, bool IsWhole);
