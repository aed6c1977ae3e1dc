namespace NewsWatch.ExtractArticle.Identity;

/// <summary>The address a page goes by.</summary>
internal static class PageAddress
{
    /// <summary>
    /// The canonical address where it can be one of an article: http or https, and not a site's front page, which careless templates name
    /// on every page. Else where the body came from.
    /// </summary>
    public static Uri Of(Uri fetched, Uri? canonical)
        => canonical is { Scheme: "http" or "https" } && (canonical.AbsolutePath.Length > 1 || canonical.Query.Length > 1)
            ? WithoutFragment(canonical)
            : WithoutFragment(fetched);

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new(address.GetLeftPart(UriPartial.Query));
}
