using System.Globalization;
using NewsWatch.Fetching;

namespace NewsWatch.ExtractArticle;

/// <summary>What a fetch without a body means for the article.</summary>
internal static class FetchOutcome
{
    /// <summary>Refused by us: nothing to try again.</summary>
    public static PageVisit Of(FetchResult.Refused refused) => refused.Why switch
    {
        Refusal.Robots => Blocked("robots.txt", refused.Detail),
        Refusal.ForbiddenAddress => Blocked("forbidden address", refused.Detail),
        _ => Barred(PageProblemKind.Unreadable, refused.Detail.Length == 0 ? "too large" : refused.Detail, ""),
    };

    /// <summary>
    /// Failed by the server or the network. Of the client errors of RFC 9110, section 15.5, only 408, 425 and 429 ask to come again;
    /// 404 and 410 say the page is gone, the others that we are not to have it.
    /// </summary>
    public static PageVisit Of(FetchResult.Failed failed) => failed.Status switch
    {
        404 or 410 => Barred(PageProblemKind.Gone, Http(failed), ""),
        408 or 425 or 429 => new PageVisit.Unavailable(failed.Detail, failed.RetryAfter),
        >= 400 and < 500 => Blocked(Http(failed), ""),
        _ => new PageVisit.Unavailable(failed.Detail, failed.RetryAfter),
    };

    private static PageVisit.Barred Blocked(string why, string detail) => Barred(PageProblemKind.Blocked, why, detail);

    private static PageVisit.Barred Barred(PageProblemKind kind, string why, string detail)
        => new(PageProblems.Of(kind, detail.Length == 0 ? why : $"{why} ({detail})"));

    private static string Http(FetchResult.Failed failed) => $"HTTP {failed.Status?.ToString(CultureInfo.InvariantCulture)}";
}
