using System.Text;
using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Text as an element holds it: escaped HTML in RSS, what <c>type</c> and <c>mode</c> say in Atom (RFC 4287, 3.1; Atom 0.3, 3.1).</summary>
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
            return FromBase64(element.Value) is { } decoded ? new(decoded, type?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? false) : new("", false);
        return new(element.Value, type is null ? !isAtom : type.Contains("html", StringComparison.OrdinalIgnoreCase));
    }

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

    private static string? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
