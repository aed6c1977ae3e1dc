using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>Writes a watch list as OPML 2.0 that any reader takes: tags as folders, settings as attributes of our own namespace.</summary>
internal static class OpmlWriter
{
    /// <summary>Writes a list.</summary>
    public static byte[] Write(WatchList list)
    {
        var body = new XElement("body");
        foreach (var feed in list.Feeds)
            Folder(body, feed.Tags is [var folder, ..] ? folder : "").Add(Outline(feed));
        var document = new XDocument(new XElement(
            "opml",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "nw", OpmlNames.Namespace),
            new XElement("head", new XElement("title", list.Title), new XElement("docs", "http://opml.org/spec2.opml")),
            body));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Indent = true, Encoding = new System.Text.UTF8Encoding(false), NewLineChars = "\n" }))
            document.Save(writer);
        return bytes.ToArray();
    }

    private static XElement Folder(XElement parent, string path)
    {
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var folder = parent.Elements(OpmlNames.Outline).FirstOrDefault(outline
                => Address(outline) is null && string.Equals((string?)outline.Attribute(OpmlNames.Text), name, StringComparison.OrdinalIgnoreCase));
            if (folder is null)
                parent.Add(folder = new(OpmlNames.Outline, new XAttribute(OpmlNames.Text, name)));
            parent = folder;
        }
        return parent;
    }

    private static XAttribute? Address(XElement outline) => outline.Attribute(OpmlNames.XmlUrl) ?? outline.Attribute(OpmlNames.Url);

    private static XElement Outline(WatchedFeed feed)
    {
        var isFeed = feed.Kind == SourceKind.Feed;
        return new(
            OpmlNames.Outline,
            new XAttribute(OpmlNames.Text, feed.Title),
            new XAttribute(OpmlNames.Type, isFeed ? "rss" : "link"),
            new XAttribute(isFeed ? OpmlNames.XmlUrl : OpmlNames.Url, feed.Address.AbsoluteUri),
            Optional(OpmlNames.HtmlUrl, feed.Site?.AbsoluteUri),
            Optional(OpmlNames.Language, feed.Language),
            Optional(OpmlNames.Category, feed.Tags.Count > 1 ? string.Join(',', feed.Tags.Skip(1)) : null),
            Optional(OpmlNames.Kind, isFeed ? null : feed.Kind.ToString().ToLowerInvariant()),
            Optional(OpmlNames.Enabled, feed.Enabled ? null : "false"),
            Optional(OpmlNames.Note, feed.Note),
            Optional(OpmlNames.Select, feed.Select),
            Optional(OpmlNames.Links, feed.Links),
            Optional(OpmlNames.Every, feed.Every is { } every ? XmlConvert.ToString(every) : null),
            Optional(OpmlNames.MaxEntries, feed.MaxEntries?.ToString(CultureInfo.InvariantCulture)),
            Optional(OpmlNames.Robots, feed.ObeyRobots ? null : "ignore"));
    }

    private static XAttribute? Optional(XName name, string? value) => value is null ? null : new(name, value);
}
