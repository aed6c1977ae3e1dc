using NewsWatch.Fetching.Hops;
using NewsWatch.Text;

namespace NewsWatch.Fetching;

/// <summary>Which addresses a request can be made of at all, whatever they lead to.</summary>
internal static class AskableAddress
{
    /// <summary>Why none can be made of this one; null where it can.</summary>
    public static FetchResult.Refused? Refuse(Uri address)
    {
        var fault = !address.IsAbsoluteUri || address.Scheme is not ("http" or "https") ? $"{address} is neither http nor https"
            : address.AbsoluteUri.Length > Bound.Address ? $"an address of {address.AbsoluteUri.Length} characters at {address.Host}"
            : !HostName.CanBeAsked(address) ? $"{address.Host} is no name that a host can have"
            : null;
        return fault is null ? null : new(Refusal.ForbiddenAddress, fault);
    }
}
