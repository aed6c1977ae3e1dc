using System.Globalization;
using System.Xml;

namespace NewsWatch.Review.Alerts;

/// <summary>
/// Writes RSS 2.0 as the RSS Advisory Board's profile has it: full text in <c>content:encoded</c>, ids that are no addresses.
/// </summary>
internal static class RssFormat
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    public static byte[] Write(OutgoingFeed feed, Uri self) => XmlText.Write(xml => Write(xml, feed, self));

    private static void Write(XmlWriter xml, OutgoingFeed feed, Uri self)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", FeedText.Xml(feed.Title));
        xml.WriteElementString("link", new Uri(self, "/").AbsoluteUri);
        xml.WriteElementString("description", "Agreements between states that are new, have moved, or were told wrongly.");
        xml.WriteElementString("language", "en");
        xml.WriteElementString("lastBuildDate", Date(feed.Updated));
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", self.AbsoluteUri);
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
            Write(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, OutgoingEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", FeedText.Xml(entry.Title));
        if (entry.Link is { } link)
            xml.WriteElementString("link", link.AbsoluteUri);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        // RSS has one date only; a reader shows what was taken back anew by it.
        xml.WriteElementString("pubDate", Date(entry.Updated));
        foreach (var term in entry.Terms)
            xml.WriteElementString("category", term);
        xml.WriteElementString("description", FeedText.Xml(string.Join(' ', entry.Items.Select(item => item.Statement))));
        xml.WriteElementString("encoded", Content, entry.Html);
        xml.WriteEndElement();
    }

    /// <summary>RFC 822, with the year in four digits.</summary>
    private static string Date(DateTimeOffset time)
        => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
