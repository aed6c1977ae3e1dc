using System.Buffers;
using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Makes addresses absolute (RFC 3986, 5; XML Base).</summary>
/// <param name="document">What the document's own addresses are relative to; null where that is not known.</param>
/// <param name="usesXmlBase">Whether any element of the document moves the base.</param>
internal sealed class FeedLinks(Uri? document, bool usesXmlBase)
{
    private static readonly XName XmlBase = XNamespace.Xml + "base";
    private static readonly SearchValues<char> NeverInAddress = SearchValues.Create(" \t\r\n<>\"");

    /// <summary>The address as written where it is absolute or nothing is known to resolve it against; null where it is empty.</summary>
    public string? Absolute(string? written, XElement from)
    {
        var trimmed = Clean(written);
        if (string.IsNullOrEmpty(trimmed)) return null;
        if (Fetching.Hops.TypedAddress.Mended(trimmed) is { } mended) return mended;
        if (IsAbsolute(trimmed)) return trimmed;
        if (trimmed.StartsWith("//", StringComparison.Ordinal) && BaseOf(from) is null) return "https:" + trimmed;
        return BaseOf(from) is { } origin && Uri.TryCreate(origin, trimmed, out var resolved) ? resolved.AbsoluteUri : trimmed;
    }

    /// <summary>The address if it is one of the web; else null.</summary>
    public Uri? Web(string? written, XElement from) =>
        Uri.TryCreate(Absolute(written, from), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>Whether the text is an address of the web, absolute as it stands.</summary>
    public static bool IsWebAddress(string? text) => text is not null
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && !text.AsSpan().ContainsAny(NeverInAddress);

    private Uri? BaseOf(XElement from)
    {
        if (!usesXmlBase) return document;
        List<string>? moves = null;
        for (var element = from; element is not null; element = element.Parent)
            if ((element.Attribute(XmlBase) ?? (element.Parent is null ? (element.Attribute("BASE") ?? element.Attribute("base")) : null))?.Value.Trim() is { Length: > 0 } move)
                (moves ??= []).Add(move);
        var origin = document;
        for (var at = (moves?.Count ?? 0) - 1; at >= 0; at--)
            if (origin is null ? Uri.TryCreate(moves![at], UriKind.Absolute, out var moved) : Uri.TryCreate(origin, moves![at], out moved))
                origin = moved.Scheme is "http" or "https" ? moved : origin;
        return origin;
    }

    // A scheme as RFC 3986, 3.1 has it.
    private static bool IsAbsolute(string text)
    {
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !char.IsAsciiLetter(text[0])) return false;
        for (var at = 1; at < colon; at++)
            if (!char.IsAsciiLetterOrDigit(text[at]) && text[at] is not ('+' or '-' or '.')) return false;
        return !char.IsAsciiDigit(text[Math.Min(colon + 1, text.Length - 1)]);
    }

    // Line breaks inside an address come from the page it was pasted from.
    private static string? Clean(string? written)
    {
        var trimmed = written?.Trim();
        return trimmed is not null && trimmed.AsSpan().ContainsAny('\n', '\r', '\t')
            ? trimmed.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal)
            : trimmed;
    }
}
