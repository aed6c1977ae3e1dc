using System.Xml;

namespace NewsWatch.Review.Alerts;

/// <summary>Writes Atom (RFC 4287).</summary>
internal static class AtomFormat
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(OutgoingFeed feed, Uri self) => XmlText.Write(xml => Write(xml, feed, self));

    private static void Write(XmlWriter xml, OutgoingFeed feed, Uri self)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, feed.Id);
        xml.WriteElementString("title", Atom, FeedText.Xml(feed.Title));
        xml.WriteElementString("updated", Atom, FeedText.Date(feed.Updated));
        Link(xml, "self", self, "application/atom+xml");
        Link(xml, "alternate", new(self, "/"), "text/html");
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, "NewsWatch");
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
            Write(xml, entry);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, OutgoingEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, entry.Id);
        xml.WriteElementString("title", Atom, FeedText.Xml(entry.Title));
        xml.WriteElementString("updated", Atom, FeedText.Date(entry.Updated));
        xml.WriteElementString("published", Atom, FeedText.Date(entry.Published));
        if (entry.Link is { } link)
            Link(xml, "alternate", link, null);
        foreach (var source in entry.Sources.Where(source => source != entry.Link).Distinct())
            Link(xml, "related", source, null);
        foreach (var term in entry.Terms)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", term);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
            xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }
}
