using System.Globalization;
using System.Text;
using System.Xml;
using NewsWatch.SendAlerts.Channels;
using NewsWatch.Storage;

namespace NewsWatch.SendAlerts;

/// <summary>The outgoing Atom feed (RFC 4287) of alerts.</summary>
public sealed class AlertFeed(IBlobs blobs)
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed.</summary>
    /// <param name="self">Address it is served at.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The document in UTF-8.</returns>
    public async Task<byte[]> RenderAsync(Uri self, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(self);
        var outgoing = await blobs.ReadJsonAsync(AtomChannel.Blob, AlertsJson.Default.OutgoingNotices, cancellation);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            Write(xml, self, outgoing?.Notices ?? []);
        return buffer.ToArray();
    }

    private static void Write(XmlWriter xml, Uri self, IReadOnlyList<Notice> notices)
    {
        xml.WriteStartElement("feed", Atom);
        // The id must not change where the site moves to another address.
        xml.WriteElementString("id", Atom, Urn("alerts"));
        xml.WriteElementString("title", Atom, "NewsWatch alerts");
        xml.WriteElementString("updated", Atom, Date(notices.Count > 0 ? notices[0].At : DateTimeOffset.UnixEpoch));
        Link(xml, "self", self);
        Link(xml, "alternate", new(self, "/"));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, "NewsWatch");
        xml.WriteEndElement();
        foreach (var notice in notices)
            Write(xml, notice);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Notice notice)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, Urn($"alert/{notice.Id}"));
        xml.WriteElementString("title", Atom, Clean(notice.Subject));
        xml.WriteElementString("updated", Atom, Date(notice.At));
        xml.WriteElementString("published", Atom, Date(notice.At));
        if (notice.Link is { } link)
            Link(xml, "alternate", link);
        foreach (var source in notice.Alert?.Sources ?? [])
            Link(xml, "related", source.Address);
        if (notice.Alert is { } alert)
            foreach (var term in alert.Parties.Append(WireName.Of(alert.Type)).Append(WireName.Of(alert.Stage)))
                Category(xml, term);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean(notice.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string term)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", term);
        xml.WriteEndElement();
    }

    private static string Urn(string name) => $"urn:uuid:{DerivedUuid.Of(DerivedUuid.NewsWatch, name)}";

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What XML 1.0 cannot hold, such as control characters and halves of surrogate pairs, is replaced.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
                clean.Append(text[index]).Append(text[++index]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : '\uFFFD');
        return clean.ToString();
    }
}
