using System.Text;
using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>
/// Text as an element holds it: escaped HTML in RSS, what <c>type</c> and <c>mode</c> say in Atom (RFC 4287, 3.1; Atom 0.3, 3.1).
/// </summary>
/// <param name="Value">Plain text or markup; empty where there is none.</param>
/// <param name="IsHtml">Whether it is markup.</param>
internal readonly record struct TextConstruct(string Value, bool IsHtml)
{
    /// <param name="element">The element; null for none.</param>
    /// <param name="isAtom">Whether text is plain unless a type says otherwise.</param>
    public static TextConstruct Read(XElement? element, bool isAtom)
    {
        if (element is null) return new("", false);
        if (element.HasElements) return new(Inner(element), true);
        if (!element.HasAttributes) return new(element.Value, !isAtom);
        var type = element.Attribute("type")?.Value.Trim();
        if (element.Attribute("mode")?.Value is "base64" || (IsBinary(type) && !element.IsEmpty))
            return new(FromBase64(element.Value) ?? "", type?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? false);
        return new(element.Value, type is null ? !isAtom : type.Contains("html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A title, which is text: one of a type nobody knows is decoded only where that gives text.</summary>
    public static TextConstruct ReadTitle(XElement? element, bool isAtom) =>
        element is { HasElements: false } && IsBinary(element.Attribute("type")?.Value.Trim()) && FromBase64(element.Value) is null
            ? new(element.Value, !isAtom)
            : Read(element, isAtom);

    private static bool IsBinary(string? type) => type is not null
        && type.Contains('/', StringComparison.Ordinal)
        && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        && !type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    private static string Inner(XElement element)
    {
        var markup = new StringBuilder();
        foreach (var node in element.Nodes())
            markup.Append(node.ToString(SaveOptions.DisableFormatting));
        return markup.ToString();
    }

    // Pictures and the like decode too; only what is text can be read.
    private static string? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;
        try
        {
            var decoded = Utf8.GetString(bytes, 0, length);
            return decoded.AsSpan().ContainsAnyInRange('\0', '\u0008') ? null : decoded;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
}
