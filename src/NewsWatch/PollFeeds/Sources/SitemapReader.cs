using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>Reads a sitemap, or the liveliest ones of a sitemap index, as if it were a feed (sitemaps.org 0.9, Google's news extension).</summary>
internal sealed class SitemapReader(IFetcher fetcher, TimeProvider clock)
{
    /// <summary>Reads what was fetched, and the sitemaps it names.</summary>
    public async Task<SourceReading> ReadAsync(FetchResult.Fetched fetched, bool obeyRobots, CancellationToken cancellation)
    {
        var own = Read(fetched, cancellation);
        if (own is null)
            return new(new FeedParse.Failed("the body is no sitemap"), IsWhole: true);
        if (own.Sitemaps.Count == 0)
            return new(Parsed(own.Entries, fetched.Address), IsWhole: true);
        var entries = new List<FeedEntry>(own.Entries);
        var failures = new List<string>();
        foreach (var sitemap in Liveliest(own.Sitemaps, fetched.Address))
        {
            var result = await fetcher.FetchAsync(new(sitemap) { ObeyRobots = obeyRobots }, cancellation);
            if (result is FetchResult.Fetched child && Read(child, cancellation) is { } read)
                entries.AddRange(read.Entries);
            else
                failures.Add($"{sitemap} ({(result is FetchResult.Failed failed ? failed.Detail : "no sitemap")})");
        }
        return new(
            entries.Count == 0 && failures.Count > 0
                ? new FeedParse.Failed($"none of the sitemaps it names can be read: {string.Join(", ", failures)}")
                : Parsed(entries, fetched.Address),
            IsWhole: false);
    }

    private SitemapDocument? Read(FetchResult.Fetched fetched, CancellationToken cancellation) => TimeBound.Read<SitemapDocument?>(
        Bound.Feed.Time, clock, stop => SitemapDocument.Read(fetched.Body, clock.GetUtcNow(), stop), _ => null, cancellation);

    private static FeedParse.Parsed Parsed(IEnumerable<FeedEntry> entries, Uri address) => new(new FeedDocument
    {
        Format = FeedFormat.Rss,
        Title = address.Host,
        Link = address.GetLeftPart(UriPartial.Authority),
        Entries = [.. entries.OrderByDescending(entry => entry.TrustedDate ?? DateTimeOffset.MinValue)],
    });

    /// <summary>The sitemaps changed last; those for news first, since they are short and about the last two days.</summary>
    private static IEnumerable<Uri> Liveliest(IEnumerable<(string Location, DateTimeOffset? Changed)> sitemaps, Uri index) => sitemaps
        .OrderByDescending(sitemap => sitemap.Location.Contains("news", StringComparison.OrdinalIgnoreCase))
        .ThenByDescending(sitemap => sitemap.Changed ?? DateTimeOffset.MinValue)
        .Select(sitemap => Uri.TryCreate(index, sitemap.Location, out var address) && address.Scheme is "http" or "https" ? address : null)
        .OfType<Uri>()
        .Distinct()
        .Take(Bound.Sitemap.Sitemaps);
}
