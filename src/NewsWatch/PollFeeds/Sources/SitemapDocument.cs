using System.Globalization;
using System.Xml;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.Text;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>One sitemap or sitemap index, as far as it can be read.</summary>
/// <param name="Entries">Pages it lists.</param>
/// <param name="Sitemaps">Further sitemaps it names, with the date of their last change.</param>
internal sealed record SitemapDocument(IReadOnlyList<FeedEntry> Entries, IReadOnlyList<(string Location, DateTimeOffset? Changed)> Sitemaps)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = Bound.Sitemap.Characters,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads a sitemap; null where it is none. One that breaks off keeps what stood before.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static SitemapDocument? Read(ReadOnlyMemory<byte> body, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var entries = new List<FeedEntry>();
        var sitemaps = new List<(string, DateTimeOffset?)>();
        var isSitemap = false;
        try
        {
            using var bytes = new MemoryStream(body.ToArray(), writable: false);
            using var reader = XmlReader.Create(bytes, Settings);
            isSitemap = reader.MoveToContent() == XmlNodeType.Element && reader.LocalName is "urlset" or "sitemapindex";
            for (var more = isSitemap && reader.Read(); more && !reader.EOF && entries.Count + sitemaps.Count < Bound.Sitemap.Entries;)
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.NodeType != XmlNodeType.Element)
                    more = reader.Read();
                else if (SitemapItem.Read(reader) is { Location: { } location } item)
                    Add(item, location);
            }
        }
        catch (XmlException)
        {
            return entries.Count + sitemaps.Count > 0 ? new(entries, sitemaps) : null;
        }
        return isSitemap ? new(entries, sitemaps) : null;

        void Add(SitemapItem item, string location)
        {
            if (item.Name == "sitemap")
                sitemaps.Add((location, Date(item.Changed)));
            else if (item.Name == "url")
                entries.Add(Entry(item, location, now));
        }
    }

    private static FeedEntry Entry(SitemapItem item, string location, DateTimeOffset now)
    {
        var published = Date(item.Published);
        var changed = Date(item.Changed);
        return new()
        {
            Link = location,
            Id = location,
            Title = PlainText.Title(item.Title, isHtml: false),
            Published = published,
            PublishedMarks = Marks(published, now),
            Updated = changed,
            UpdatedMarks = Marks(changed, now),
        };
    }

    private static FeedDateMarks Marks(DateTimeOffset? date, DateTimeOffset now)
        => date > now + TimeSpan.FromDays(1) ? FeedDateMarks.Future : FeedDateMarks.None;

    /// <summary>W3C date and time (NOTE-datetime), as the protocol asks; null for anything else.</summary>
    private static DateTimeOffset? Date(string? written)
        => written is { Length: >= 10 } text && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
}
