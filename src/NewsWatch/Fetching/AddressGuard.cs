using System.Net;
using Microsoft.Extensions.Options;

namespace NewsWatch.Fetching;

/// <summary>Which addresses may be connected to.</summary>
internal sealed class AddressGuard(IOptions<FetchingOptions> options)
{
    private readonly IPNetwork[] allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    /// <summary>True where the address is reserved and the operator did not allow it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="also">Networks that are allowed besides, for one purpose alone.</param>
    public bool Forbids(IPAddress address, params IReadOnlyList<IPNetwork> also)
        => ReservedNetworks.Contain(address) && !IsIn(allowed, address) && !IsIn(also, address);

    private static bool IsIn(IReadOnlyList<IPNetwork> networks, IPAddress address)
        => networks.Any(network => network.Contains(address))
            || (ReservedNetworks.EmbeddedV4(address) is { } inner && networks.Any(network => network.Contains(inner)));
}
