using System.Text.RegularExpressions;

namespace NewsWatch.Text;

/// <summary>
/// Addresses as they may be shown: a user's name and password, and what a parameter whose name tells of a key, token, password, signature or
/// session holds, are stars. The one place that knows what in an address is secret; a secret that is part of the path cannot be told from
/// any other.
/// </summary>
public static partial class ShownAddress
{
    private const string Stars = "***";

    /// <summary>An address without its credentials; the very address where it has none.</summary>
    public static Uri Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = address.OriginalString;
        if (In(text) is var shown && ReferenceEquals(shown, text))
            return address;
        // Without its user an odd address may be none any more.
        return Uri.TryCreate(shown, UriKind.RelativeOrAbsolute, out var uri) ? uri : new(Uri.EscapeDataString(shown), UriKind.Relative);
    }

    /// <summary>A text with the addresses in it as they may be shown; the very text where there is nothing to hide.</summary>
    public static string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains("://", StringComparison.Ordinal) && !text.Contains('=', StringComparison.Ordinal))
            return text;
        // Parameters first: without what they held, a user may come to light.
        var shown = User().Replace(Parameter().Replace(text, $"$1{Stars}"), $"$1{Stars}@");
        return shown == text ? text : shown;
    }

    [GeneratedRegex(@"(://)[^/?#\s@""'<>\\]+@", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex User();

    // An ampersand is &amp; in markup and \u0026 in JSON.
    [GeneratedRegex(
        @"((?:[?&;]|\\u0026)[\w.\-]*(?:key|token|secret|password|passwd|pwd|signature|sig|auth|session|sessionid|sid|jwt)=)[^&#\s""'<>\\;]+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();
}
