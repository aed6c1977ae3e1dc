using System.Xml;
using System.Xml.Linq;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Parsing.Repair;
using NewsWatch.Text;
using NewsWatch.Text.Decoding;

namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>
/// An OPML document from its bytes to a tree, mended as feeds are: bare ampersands, quotes in attributes, a document type, something before
/// the declaration. Names are compared without case, since readers write <c>xmlurl</c> and <c>XMLURL</c> too.
/// </summary>
internal static class OpmlText
{
    private static readonly FeedLimits Limits = new()
    {
        MaxBytes = Bound.WatchList.Bytes,
        MaxEntries = int.MaxValue,
        MaxNodes = Bound.WatchList.Nodes,
        MaxDepth = Bound.WatchList.Depth,
    };

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The document's root, with the lines of its elements; null where there is none.</summary>
    public static XElement? Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length < Bound.WatchList.Bytes && stream.Read(buffer) is > 0 and var count)
            bytes.Write(buffer, 0, count);
        var text = BodyDecoder.Decode(bytes.ToArray(), "application/xml").Text;
        // The lines before the declaration are kept in the count of lines.
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var before = text.AsSpan(0, start).Count('\n');
        var body = text[start..];
        return (XmlHealth.LooksSound(body, Limits) ? Load(body) : null) is { } sound ? Shifted(sound, before)
            : XmlMender.Mend(body, Limits).Text is { Length: > 0 } mended && Load(mended) is { } root ? Shifted(root, before)
            : null;
    }

    /// <summary>An attribute's value by its name, else by its name in another case; null where it is missing or blank.</summary>
    public static string? Value(XElement element, XName name)
    {
        var attribute = element.Attribute(name) ?? element.Attributes().FirstOrDefault(one => one.Name.Namespace == name.Namespace
            && one.Name.LocalName.Equals(name.LocalName, StringComparison.OrdinalIgnoreCase));
        return string.IsNullOrWhiteSpace(attribute?.Value) ? null : attribute.Value.Trim();
    }

    /// <summary>Children by their name, whatever its case or namespace.</summary>
    public static IEnumerable<XElement> Children(XElement parent, string name)
        => parent.Elements().Where(child => child.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The line an element begins in.</summary>
    public static int Line(XElement element)
        => ((IXmlLineInfo)element).LineNumber + (element.Document?.Root?.Annotation<LinesBefore>()?.Count ?? 0);

    private static XElement Shifted(XElement root, int lines)
    {
        root.AddAnnotation(new LinesBefore(lines));
        return root;
    }

    private static XElement? Load(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException)
        {
            // Mended next, or no OPML at all.
            return null;
        }
    }

    private sealed record LinesBefore(int Count);
}
