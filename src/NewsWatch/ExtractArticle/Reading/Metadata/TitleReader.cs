using NewsWatch.ExtractArticle.Reading.Kinds;
using NewsWatch.ExtractArticle.Reading.Metadata.Titles;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>The article's own title, without the site's name, chosen among all the page gives.</summary>
internal static class TitleReader
{
    /// <summary>The title and where it was found first; null where the page has none.</summary>
    /// <param name="facts">The page.</param>
    /// <param name="site">Names of the site.</param>
    /// <param name="address">Where the page came from, or what it calls itself; null where unknown.</param>
    public static (string Title, string Source)? Read(PageFacts facts, SiteNames site, Uri? address)
    {
        var (candidates, rows) = Describe(facts, site, address);
        return TitleRanker.Best(candidates, rows) is { } best ? (best.Text, best.Source) : null;
    }

    /// <summary>The candidates with their features, for reading and for training.</summary>
    internal static (IReadOnlyList<TitleCandidate> Candidates, float[][] Rows) Describe(PageFacts facts, SiteNames site, Uri? address)
    {
        var candidates = TitleCandidates.Of(facts, site);
        var news = facts.Json.Types.Any(type => type.EndsWith("NewsArticle", StringComparison.OrdinalIgnoreCase));
        return (candidates, TitleFeatures.Of(candidates, news, AddressWords.Of(address), site));
    }
}
