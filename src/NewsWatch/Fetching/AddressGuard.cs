using System.Net;
using Microsoft.Extensions.Options;

namespace NewsWatch.Fetching;

/// <summary>Which addresses may be connected to.</summary>
internal sealed class AddressGuard(IOptions<FetchingOptions> options)
{
    private readonly IPNetwork[] allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    /// <summary>True where the address is reserved and the operator did not allow it.</summary>
    public bool Forbids(IPAddress address) => ReservedNetworks.Contain(address) && !IsAllowed(address);

    private bool IsAllowed(IPAddress address)
        => allowed.Any(network => network.Contains(address))
            || (ReservedNetworks.EmbeddedV4(address) is { } inner && allowed.Any(network => network.Contains(inner)));
}
