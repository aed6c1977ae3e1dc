namespace NewsWatch.Fetching;

/// <summary>
/// Names of the guarded clients of <see cref="IHttpClientFactory"/>: every connection goes to an address that is public or that the
/// operator allowed, no redirect is followed, and no proxy is used.
/// </summary>
public static class GuardedClients
{
    /// <summary>Gets pages and feeds; used by <see cref="IFetcher"/>, which adds the bounds, robots.txt and the pace.</summary>
    internal const string Get = "newswatch-get";

    /// <summary>
    /// Posts to webhooks: <c>clients.CreateClient(GuardedClients.Post)</c>. Times out as <see cref="FetchingOptions.Timeout"/> says,
    /// reads at most 64 KiB of an answer, sends the honest User-Agent, and tries once: who sends decides whether to send again. A
    /// forbidden address is an <see cref="HttpRequestException"/> with a <see cref="ForbiddenAddressException"/> inside.
    /// </summary>
    public const string Post = "newswatch-post";
}
