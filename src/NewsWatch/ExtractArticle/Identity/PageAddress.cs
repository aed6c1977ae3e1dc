using NewsWatch.PollFeeds.Addresses;

namespace NewsWatch.ExtractArticle.Identity;

/// <summary>The address a page goes by.</summary>
internal static class PageAddress
{
    /// <summary>
    /// The canonical address where it can be one of an article: http or https, and not a site's front page, which careless templates name
    /// on every page. Else where the body came from. Either in the form article ids are made from.
    /// </summary>
    public static Uri Of(Uri fetched, Uri? canonical)
        => CanonicalAddress.Of(canonical is { Scheme: "http" or "https" } && canonical.PathAndQuery.Length > 1 ? canonical : fetched);
}
