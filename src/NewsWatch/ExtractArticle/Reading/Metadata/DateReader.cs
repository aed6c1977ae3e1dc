using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.Text.Dates;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>
/// When the article was published and last changed: what is stated for machines first, then what is shown, then the address.
/// </summary>
internal static class DateReader
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "og:article:published_time", "datePublished", "og:published_time", "article:published", "rnews:datePublished",
        "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "pubdate", "publishdate", "publication_date", "cXenseParse:recs:publishtime",
        "cXenseParse:publishtime", "dcterms.created", "dcterms.date", "DC.date.issued", "DC.date", "DC.Date.created", "dcterms.issued", "dcterms.available",
        "article.published", "article_date_original", "iso-8601-publish-date", "vr:published_time", "originalpublicationdate",
        "article:post_date", "citation_publication_date", "citation_online_date", "published_at", "published_time", "shareaholic:article_published_time",
        "bt:pubDate", "releasedate", "prism.publicationDate", "date", "created",
    ];

    /// <summary>Kept by systems for themselves, and now and then of another time than the article's.</summary>
    private static readonly string[] VagueMetas =
        ["dateCreated", "last-published", "dcsext.articlefirstpublished", "regDate", "og:regDate", "eomportal-lastUpdate"];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "og:updated_time", "dateModified", "article:updated_time", "article:modified", "last-modified", "lastmod", "dcterms.modified",
        "DC.date.modified", "revised", "cXenseParse:recs:modifiedtime", "og:modified_time", "dateUpdated", "updated_time", "iso-8601-updated-date", "modified_at",
    ];

    /// <summary>Publication and last modification, each with where it was found; null where the page has none.</summary>
    /// <param name="map">The page.</param>
    /// <param name="json">Its JSON-LD.</param>
    /// <param name="metas">Its meta elements.</param>
    /// <param name="shown">The dates it shows.</param>
    /// <param name="address">Where it came from, or what it calls itself; null where unknown.</param>
    /// <param name="order">Asked what <c>3/4/2026</c> means on this page.</param>
    public static ((DateText Date, string Source)? Published, (DateText Date, string Source)? Modified) Read(
        PageMap map, JsonLdArticle json, MetaTags metas, ShownDates shown, Uri? address, Func<DayOrder> order)
    {
        var modified = Stated(json.Modified, "json-ld dateModified") ?? Metas(ModifiedMetas) ?? Property(map, "dateModified", order) ?? shown.Updated;
        var stated = Stated(json.Published, "json-ld datePublished") ?? Metas(PublishedMetas) ?? Property(map, "datePublished", order)
            ?? Earliest(metas.Names.Where(SaysPublished));
        if (stated is { } named && Republished(named.Date, modified?.Date, shown))
            stated = shown.Published;
        var published = stated
            ?? Hint(Metas(VagueMetas))
            ?? Hint(Property(map, "dateCreated", order))
            ?? shown.Published
            ?? Given(DateText.FromAddress(address), "address")
            ?? Hint(Stated(json.Uploaded, "json-ld uploadDate"))
            ?? Hint(modified);
        if (published is { } guess && !IsStated(guess.Source) && DateText.FromAddress(address) is { } filed && Turned(guess.Date, filed))
            published = (filed, "address");
        return (Zoned(published, map), Zoned(modified, map));

        (DateText Date, string Source)? Earliest(IEnumerable<string> names)
            => names.Select(name => Metas([name])).OfType<(DateText Date, string Source)>().OrderBy(found => found.Date.Instant)
                .Cast<(DateText Date, string Source)?>().FirstOrDefault();

        (DateText Date, string Source)? Stated(string? text, string source) => Given(DateText.Parse(text, order), source);

        (DateText Date, string Source)? Metas(IEnumerable<string> names)
        {
            foreach (var name in names)
                foreach (var value in metas.All(name))
                    if (DateText.Parse(value, order) is { } date)
                        return (date, $"meta {name}");
            return null;
        }
    }

    /// <summary>True where one is the other with day and month turned round.</summary>
    private static bool Turned(DateText one, DateText other)
        => one.Instant.Year == other.Instant.Year && one.Instant.Month == other.Instant.Day && one.Instant.Day == other.Instant.Month
            && one.Instant.Day != one.Instant.Month;

    /// <summary>True for a source that states a date to programs, as against one that shows it to readers or hints at it.</summary>
    public static bool IsStated(string source)
        => source.StartsWith("json-ld", StringComparison.Ordinal) || source.StartsWith("meta", StringComparison.Ordinal)
            || source.StartsWith("microdata", StringComparison.Ordinal) || source is "time" or "attribute";

    /// <summary>Names that systems make up themselves, such as <c>w-published-date</c>.</summary>
    private static bool SaysPublished(string name)
        => (name.Contains("publish", StringComparison.OrdinalIgnoreCase) || name.Contains("pubdate", StringComparison.OrdinalIgnoreCase)
                || name.Contains("issued", StringComparison.OrdinalIgnoreCase))
            && !name.Contains("publisher", StringComparison.OrdinalIgnoreCase) && !name.Contains("modif", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True where a page states one moment for its publication and its last change, as systems do that publish a site as a whole, and an
    /// earlier day stands by the title or is named the publication's.
    /// </summary>
    private static bool Republished(DateText stated, DateText? modified, ShownDates shown)
        => modified is not null && stated.Instant > modified.Instant.AddMinutes(-5)
            && shown is { IsPlain: true, Published: { } day } && day.Date.Instant < stated.Instant.AddDays(-2);

    /// <summary>
    /// The same moment with the site's own offset, where an element that shows the time has it and the statement is in UTC.
    /// </summary>
    private static (DateText Date, string Source)? Zoned((DateText Date, string Source)? found, PageMap map)
    {
        if (found is not { Date: { Precision: DatePrecision.Zoned } date } known || date.Instant.Offset != TimeSpan.Zero)
            return found;
        foreach (var (element, _) in map.Landmarks.Times)
            if (DateText.Parse(element.GetAttribute("datetime")) is { Precision: DatePrecision.Zoned } local
                && local.Instant.Offset != TimeSpan.Zero && (local.Instant - date.Instant).Duration() < TimeSpan.FromMinutes(1))
                return (date with { Instant = date.Instant.ToOffset(local.Instant.Offset) }, known.Source);
        return found;
    }

    /// <summary>A date that is stated of something else than the publication, and most often of the same day.</summary>
    private static (DateText Date, string Source)? Hint((DateText Date, string Source)? found)
        => found is { } date ? (date.Date, $"hint of {date.Source}") : null;

    private static (DateText Date, string Source)? Given(DateText? date, string source) => date is null ? null : (date, source);

    private static (DateText Date, string Source)? Property(PageMap map, string name, Func<DayOrder> order)
    {
        foreach (var element in map.Landmarks.Properties)
            if (element.GetAttribute("itemprop")!.Contains(name, StringComparison.OrdinalIgnoreCase)
                && DateText.Parse(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent, order) is { } date)
                return (date, $"microdata {name}");
        return null;
    }
}
