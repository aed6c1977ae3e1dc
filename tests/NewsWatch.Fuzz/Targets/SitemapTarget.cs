using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Sources;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A sitemap.</summary>
internal sealed class SitemapTarget : IFuzzTarget
{
    // The protocol's own bound.
    private const int MostAddresses = 50_000;

    public string Name => "sitemap";

    public string Dictionary => "xml";

    public void Read(byte[] input)
    {
        if (SitemapDocument.Read(input, FixedClock.Now, default) is not { } sitemap)
            return;
        Promise.That(sitemap.Sitemaps.Count <= MostAddresses, $"{sitemap.Sitemaps.Count} sitemaps");
        FeedPromises.Check(new() { Format = FeedFormat.Rss, Entries = sitemap.Entries }, MostAddresses);
    }
}
