namespace NewsWatch.Fetching.Hops;

/// <summary>Names of hosts: written in the one way that can be compared and asked for.</summary>
internal static class HostName
{
    /// <summary>
    /// The host of an address in ASCII and lower case, an IPv6 literal in its brackets; as written where the rules of international names
    /// (RFC 5891) refuse it. Never throws, as <see cref="Uri"/> itself does on such a name.
    /// </summary>
    public static string Of(Uri address)
    {
        if (address.HostNameType == UriHostNameType.IPv6)
            return address.Host;
        try
        {
#pragma warning disable RS0030 // Here alone: it throws on names that IDN refuses.
            return address.IdnHost.ToLowerInvariant();
#pragma warning restore RS0030
        }
        catch (UriFormatException)
        {
            return address.Host.ToLowerInvariant();
        }
    }

    /// <summary>False for a host that no request can name: one that IDN refuses, or whose labels are too long for it.</summary>
    public static bool CanBeAsked(Uri address) => Of(address).All(char.IsAscii);

    /// <summary>Whether a host is this one or below it, in any case.</summary>
    public static bool IsUnder(string host, string suffix)
        => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (host.Length == suffix.Length || host[^(suffix.Length + 1)] == '.');
}
