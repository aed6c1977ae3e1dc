using System.Text;
using System.Text.RegularExpressions;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.PollFeeds.Addresses;

/// <summary>
/// The one address an article goes by at the door, whatever feed led there. Only what cannot change the article: scheme and host in
/// lower case, IDN as punycode (RFC 5890), default ports, user info and fragments dropped (RFC 3986, section 6), tracking parameters
/// and session ids dropped, redirectors that carry the address unwrapped, AMP and mobile variants brought back. What only the page can tell
/// is left to it.
/// </summary>
public static partial class CanonicalAddress
{
    // A variant within a wrapper within a variant is as deep as any seen.
    private const int MostSteps = 8;

    /// <summary>
    /// The canonical form of an http or https address; it is its own. One whose form is none that can be an address, or that leads on without
    /// end, is left as it is but for what cannot change the article.
    /// </summary>
    public static Uri Of(Uri address)
    {
        var plain = Written(address) ?? Bare(address);
        var canonical = plain;
        for (var step = 0; step < MostSteps; step++)
        {
            if (Written(AddressVariants.Ordinary(Wrappers.Unwrapped(canonical))) is not { } next)
                return plain;
            if (next.AbsoluteUri == canonical.AbsoluteUri)
                return canonical;
            canonical = next;
        }
        return plain;
    }

    /// <summary>An address written in the one way; null where that is none that can be parsed.</summary>
    private static Uri? Written(Uri ordinary)
    {
        var text = new StringBuilder(ordinary.Scheme).Append("://").Append(HostName.Of(ordinary).TrimEnd('.'));
        if (!ordinary.IsDefaultPort)
            text.Append(':').Append(ordinary.Port);
        text.Append(WithoutSession(ordinary.AbsolutePath));
        AppendQuery(text, ordinary);
        if (ordinary.Fragment.StartsWith("#!", StringComparison.Ordinal))
            text.Append(ordinary.Fragment);
        return Uri.TryCreate(text.ToString(), UriKind.Absolute, out var written) ? written : null;
    }

    /// <summary>An address without user and fragment, otherwise as it is.</summary>
    private static Uri Bare(Uri address)
        => Uri.TryCreate(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), UriKind.Absolute, out var bare) ? bare : address;

    /// <summary>A path without sessions. One that stands in a segment of its own goes with the segment: what follows begins with a slash, or is nothing.</summary>
    private static string WithoutSession(string path) => Session().Replace(
        path, session => session.ValueSpan[0] == ';' || session.Index + session.Length == path.Length || path[session.Index + session.Length] == '/' ? "" : session.Value);

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

    /// <summary>Where servers of Java, PHP and .NET write a session into the path: <c>;jsessionid=…</c> and <c>/(S(…))</c>.</summary>
    [GeneratedRegex(
        @";(?:jsessionid|phpsessid|sid|sessionid)=[^/;?]*|/\((?:[AFSX]\([A-Za-z0-9_-]{8,}\))+\)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Session();
}
