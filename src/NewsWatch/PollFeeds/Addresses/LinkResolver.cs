using NewsWatch.Fetching;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.PollFeeds.Addresses;

/// <summary>
/// Follows the links of shorteners and feed proxies, which do not say where they lead, before an article is named after them.
/// </summary>
internal sealed class LinkResolver(IFetcher fetcher)
{
    /// <summary>
    /// The canonical address a link leads to. Only a redirector is asked; where it does not answer, its own address stands, and the
    /// extractor, which follows it again, finds what it leads to.
    /// </summary>
    public async Task<Uri> ResolveAsync(Uri link, CancellationToken cancellation)
    {
        var address = CanonicalAddress.Of(link);
        return Wrappers.MustBeAsked(address)
            && await fetcher.FetchAsync(new(address), cancellation) is FetchResult.Fetched fetched
            ? CanonicalAddress.Of(fetched.Address)
            : address;
    }
}
