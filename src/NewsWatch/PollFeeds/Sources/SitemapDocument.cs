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
    public static SitemapDocument? Read(ReadOnlyMemory<byte> body, DateTimeOffset now, CancellationToken cancellation)
    {
        var entries = new List<FeedEntry>();
        var sitemaps = new List<(string, DateTimeOffset?)>();
        var isSitemap = false;
        try
        {
            using var bytes = new MemoryStream(body.ToArray(), writable: false);
            using var reader = XmlReader.Create(bytes, Settings);
            isSitemap = reader.MoveToContent() == XmlNodeType.Element && reader.LocalName is "urlset" or "sitemapindex";
            while (isSitemap && reader.Read() && entries.Count + sitemaps.Count < Bound.Sitemap.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                    Add(reader.LocalName, SitemapPlace.Read(reader, cancellation));
            }
        }
        catch (XmlException)
        {
            return entries.Count + sitemaps.Count > 0 ? new(entries, sitemaps) : null;
        }
        return isSitemap ? new(entries, sitemaps) : null;

        void Add(string kind, SitemapPlace place)
        {
            if (place.Location.Length == 0)
                return;
            if (kind == "sitemap")
                sitemaps.Add((place.Location, Date(place.Changed)));
            else if (kind == "url")
                entries.Add(Entry(place, now));
        }
    }

    private static FeedEntry Entry(SitemapPlace place, DateTimeOffset now)
    {
        var published = Date(place.Published);
        var changed = Date(place.Changed);
        return new()
        {
            Link = place.Location,
            Id = place.Location,
            Title = PlainText.Title(place.Title, isHtml: false),
            Published = published,
            PublishedMarks = FeedDates.DoubtsOf(published, now),
            Updated = changed,
            UpdatedMarks = FeedDates.DoubtsOf(changed, now),
        };
    }

    /// <summary>W3C date and time (NOTE-datetime), as the protocol asks; null for anything else.</summary>
    private static DateTimeOffset? Date(string written)
        => written is { Length: >= 10 } && written[4] == '-'
            && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
}
