using Microsoft.Extensions.Options;

namespace NewsWatch.Fetching;

/// <summary>Follows redirects one exchange at a time, so that each address on the way is judged as the first one was.</summary>
internal sealed class RedirectFollower(HttpExchange exchange, IOptions<FetchingOptions> options)
{
    /// <summary>Gets an address, wherever it leads within bounds.</summary>
    /// <param name="request">What to get; the validators go to the address that gave them and to no other.</param>
    /// <param name="cutShort">True to give the beginning of a body that is too large.</param>
    /// <param name="refuse">Says why an address on the way may not be asked, null where it may; null to ask any.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<FetchResult> FollowAsync(
        FetchRequest request, bool cutShort, Func<Uri, CancellationToken, Task<FetchResult?>>? refuse, CancellationToken cancellation)
    {
        var (address, permanent, unbroken) = (request.Address, request.Address, true);
        for (var redirects = 0; redirects <= options.Value.MaxRedirects; redirects++)
        {
            if (refuse is not null && await refuse(address, cancellation) is { } refusal)
                return refusal;
            var outcome = await exchange.SendAsync(At(request, address), cutShort, cancellation);
            if (outcome.Target is not { } target)
                return WithPermanent(outcome.Result!, permanent);
            unbroken &= outcome.IsPermanent;
            (address, permanent) = (target, unbroken ? target : permanent);
        }
        return new FetchResult.Refused(Refusal.TooLarge, $"more than {options.Value.MaxRedirects} redirects from {request.Address}");
    }

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
