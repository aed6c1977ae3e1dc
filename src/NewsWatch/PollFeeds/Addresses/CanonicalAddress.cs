using System.Text;

namespace NewsWatch.PollFeeds.Addresses;

/// <summary>
/// The one address an article goes by at the door, whatever feed led there. Only what cannot change the article: scheme and host in
/// lower case, IDN as punycode (RFC 5890), default ports, user info and fragments dropped (RFC 3986, section 6), tracking parameters
/// dropped, redirectors that carry the address unwrapped, AMP and mobile variants brought back. What only the page can tell is left to it.
/// </summary>
public static class CanonicalAddress
{
    private const int MaxWraps = 4;

    /// <summary>The canonical form of an http or https address.</summary>
    public static Uri Of(Uri address)
    {
        var target = Unwrapped(address);
        var ordinary = AddressVariants.Ordinary(target);
        var text = new StringBuilder(ordinary.Scheme).Append("://").Append(ordinary.IdnHost.ToLowerInvariant().TrimEnd('.'));
        if (!ordinary.IsDefaultPort)
            text.Append(':').Append(ordinary.Port);
        text.Append(ordinary.AbsolutePath);
        AppendQuery(text, ordinary);
        if (ordinary.Fragment.StartsWith("#!", StringComparison.Ordinal))
            text.Append(ordinary.Fragment);
        return new(text.ToString());
    }

    private static Uri Unwrapped(Uri address)
    {
        for (var wraps = 0; wraps < MaxWraps && Redirectors.Target(address) is { } target; wraps++)
            address = target;
        return address;
    }

    private static void AppendQuery(StringBuilder text, Uri address)
    {
        var separator = '?';
        foreach (var parameter in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=');
            var name = equals < 0 ? parameter : parameter[..equals];
            var value = equals < 0 ? "" : parameter[(equals + 1)..];
            if (TrackingParameters.Contain(Uri.UnescapeDataString(name), address.Host) || AddressVariants.IsMark(name, value))
                continue;
            text.Append(separator).Append(parameter);
            separator = '&';
        }
    }
}
