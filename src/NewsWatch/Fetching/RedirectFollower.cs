using Microsoft.Extensions.Options;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.Fetching;

/// <summary>
/// Follows every kind of hop one exchange at a time, so that each address on the way is judged as the first one was: redirects, pages that
/// refresh to another, and wrappers that carry the address, which are not asked at all. A chain keeps its own cookies.
/// </summary>
internal sealed class RedirectFollower(HttpExchange exchange, IOptions<FetchingOptions> options)
{
    /// <summary>Gets an address, wherever it leads within bounds.</summary>
    /// <param name="request">What to get; the validators go to the address that gave them and to no other.</param>
    /// <param name="cutShort">True to give the beginning of a body that is too large; what a page says of where to go is not followed
    /// then.</param>
    /// <param name="refuse">Says why an address on the way may not be asked, null where it may; null to ask any.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<FetchResult> FollowAsync(
        FetchRequest request, bool cutShort, Func<Uri, CancellationToken, Task<FetchResult?>>? refuse, CancellationToken cancellation)
    {
        var cookies = new ChainCookies();
        var address = Wrappers.Unwrapped(request.Address);
        var (permanent, unbroken) = (address, true);
        for (var hops = 0; hops <= options.Value.MaxRedirects; hops++)
        {
            if (AskableAddress.Refuse(address) is { } never)
                return never;
            if (refuse is not null && await refuse(address, cancellation) is { } refusal)
                return refusal;
            var outcome = await exchange.SendAsync(At(request, address), cookies, cutShort, cancellation);
            if (Next(outcome, cutShort) is not { } next)
                return WithPermanent(outcome.Result!, permanent);
            unbroken &= next.IsPermanent;
            address = Wrappers.Unwrapped(next.Target);
            permanent = unbroken ? address : permanent;
        }
        return new FetchResult.Refused(Refusal.TooLarge, $"more than {options.Value.MaxRedirects} redirects from {request.Address}");
    }

    /// <summary>A page that sends its readers on at once has moved for good, as far as a page can say so.</summary>
    private static (Uri Target, bool IsPermanent)? Next(ExchangeOutcome outcome, bool cutShort)
        => outcome.Target is { } target ? (target, outcome.IsPermanent)
            : !cutShort && outcome.Result is FetchResult.Fetched page ? PageRefresh.Of(page)
            : null;

    private static FetchRequest At(FetchRequest request, Uri address)
        => (request.ValidatorsFrom ?? request.Address) == address
            ? request with { Address = address }
            : request with { Address = address, ETag = null, LastModified = null };

    private static FetchResult WithPermanent(FetchResult result, Uri permanent) => result switch
    {
        FetchResult.Fetched fetched => fetched with { PermanentAddress = permanent },
        FetchResult.NotModified unchanged => unchanged with { PermanentAddress = permanent },
        _ => result,
    };
}
