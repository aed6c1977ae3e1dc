using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Fetching;

/// <summary>Addresses that are nobody's public server: the IANA special-purpose address registries (RFC 6890) and cloud platforms' own.</summary>
internal static class ReservedNetworks
{
    private static readonly IPNetwork[] V4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),         // this network, RFC 791
        IPNetwork.Parse("10.0.0.0/8"),        // private, RFC 1918
        IPNetwork.Parse("100.64.0.0/10"),     // shared between carrier and customer, RFC 6598
        IPNetwork.Parse("127.0.0.0/8"),       // loopback, RFC 1122
        IPNetwork.Parse("168.63.129.16/32"),  // Azure's platform services, reached from within only
        IPNetwork.Parse("169.254.0.0/16"),    // link-local, RFC 3927; the clouds' metadata services
        IPNetwork.Parse("172.16.0.0/12"),     // private, RFC 1918
        IPNetwork.Parse("192.0.0.0/24"),      // protocol assignments, RFC 6890
        IPNetwork.Parse("192.0.2.0/24"),      // documentation, RFC 5737
        IPNetwork.Parse("192.88.99.0/24"),    // 6to4 relays, withdrawn by RFC 7526
        IPNetwork.Parse("192.168.0.0/16"),    // private, RFC 1918
        IPNetwork.Parse("198.18.0.0/15"),     // benchmarks, RFC 2544
        IPNetwork.Parse("198.51.100.0/24"),   // documentation, RFC 5737
        IPNetwork.Parse("203.0.113.0/24"),    // documentation, RFC 5737
        IPNetwork.Parse("224.0.0.0/4"),       // multicast, RFC 5771
        IPNetwork.Parse("240.0.0.0/4"),       // reserved, RFC 1112; broadcast
    ];

    // Of IPv6, only global unicast is anybody's public server (RFC 4291, 2.4), less what is reserved within it.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] V6 =
    [
        IPNetwork.Parse("2001::/23"),         // protocol assignments, RFC 2928; Teredo
        IPNetwork.Parse("2001:db8::/32"),     // documentation, RFC 3849
        IPNetwork.Parse("3fff::/20"),         // documentation, RFC 9637
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>True for an address no public server has.</summary>
    public static bool Contain(IPAddress address)
    {
        if (EmbeddedV4(address) is { } inner)
            return Contain(inner);
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return V4.Any(network => network.Contains(address));
        return !GlobalUnicast.Contains(address) || V6.Any(network => network.Contains(address));
    }

    /// <summary>The IPv4 address that an IPv6 one leads to: mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056); null for others.</summary>
    public static IPAddress? EmbeddedV4(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address))
            return new(bytes.AsSpan(12, 4));
        return SixToFour.Contains(address) ? new(bytes.AsSpan(2, 4)) : null;
    }
}
