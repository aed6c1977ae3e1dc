using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>When the article was published and last changed: what is stated for machines first, then what is shown, then the address.</summary>
internal static class DateReader
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "og:article:published_time", "datePublished", "og:published_time", "article:published", "rnews:datePublished",
        "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "pubdate", "publishdate", "publication_date", "cXenseParse:recs:publishtime",
        "cXenseParse:publishtime", "dcterms.created", "dcterms.date", "DC.date.issued", "DC.date", "DC.Date.created", "dcterms.issued", "dcterms.available",
        "article.published", "article_date_original", "iso-8601-publish-date", "vr:published_time", "last-published", "originalpublicationdate", "date",
        "article:post_date", "citation_publication_date", "citation_online_date", "published_at", "published_time", "created", "shareaholic:article_published_time",
        "bt:pubDate", "dcsext.articlefirstpublished", "regDate", "releasedate", "og:regDate", "prism.publicationDate", "eomportal-lastUpdate", "dateCreated",
    ];

    private static readonly string[] ModifiedMetas =
    [
        "article:modified_time", "og:updated_time", "dateModified", "article:updated_time", "article:modified", "last-modified", "lastmod", "dcterms.modified",
        "DC.date.modified", "revised", "cXenseParse:recs:modifiedtime", "og:modified_time", "dateUpdated", "updated_time", "iso-8601-updated-date", "modified_at",
    ];

    /// <summary>Publication and where it was found; null where the page has none.</summary>
    public static (DateText Date, string Source)? Published(PageMap map, JsonLdArticle json, MetaTags metas, int title, Uri? address)
        => Stated(json.Published, "json-ld datePublished")
            ?? Stated(metas, PublishedMetas)
            ?? Property(map, "datePublished", "dateCreated")
            ?? Shown(map, title)
            ?? Written(map, title)
            ?? Stated(json.Uploaded, "json-ld uploadDate")
            ?? Stated(json.Modified, "json-ld dateModified")
            ?? Stated(metas, ModifiedMetas)
            ?? (DateText.FromAddress(address) is { } date ? (date, "address") : null);

    /// <summary>Last modification and where it was found; null where the page has none.</summary>
    public static (DateText Date, string Source)? Modified(PageMap map, JsonLdArticle json, MetaTags metas)
        => Stated(json.Modified, "json-ld dateModified")
            ?? Stated(metas, ModifiedMetas)
            ?? Property(map, "dateModified", "dateModified");

    private static (DateText Date, string Source)? Stated(string? text, string source)
        => DateText.Parse(text) is { } date ? (date, source) : null;

    private static (DateText Date, string Source)? Stated(MetaTags metas, string[] names)
    {
        foreach (var name in names)
            foreach (var value in metas.All(name))
                if (DateText.Parse(value) is { } date)
                    return (date, $"meta {name}");
        return null;
    }

    private static (DateText Date, string Source)? Property(PageMap map, string first, string second)
    {
        foreach (var name in (ReadOnlySpan<string>)[first, second])
            foreach (var element in map.Landmarks.Properties)
                if (element.GetAttribute("itemprop")!.Contains(name, StringComparison.OrdinalIgnoreCase)
                    && DateText.Parse(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent) is { } date)
                    return (date, $"microdata {name}");
        return null;
    }

    /// <summary>The time element nearest the title, one that stands after it rather than before.</summary>
    private static (DateText Date, string Source)? Shown(PageMap map, int title)
    {
        (DateText Date, string Source)? best = null;
        var nearest = int.MaxValue;
        foreach (var (element, block) in map.Landmarks.Times)
        {
            var distance = block >= title ? block - title : (title - block) * 3;
            if (distance >= nearest || DateText.Parse(element.GetAttribute("datetime")) is not { } date && (date = DateText.Parse(element.TextContent)) is null)
                continue;
            nearest = distance;
            best = (date, "time");
        }
        return best;
    }

    /// <summary>A short block by the title that reads as a date.</summary>
    private static (DateText Date, string Source)? Written(PageMap map, int title)
    {
        const int before = 6, after = 14, longest = 160;
        var at = Math.Max(0, title);
        for (var i = at; i < Math.Min(map.Blocks.Count, at + after); i++)
            if (Of(i) is { } date)
                return date;
        for (var i = at - 1; i >= Math.Max(0, at - before); i--)
            if (Of(i) is { } date)
                return date;
        return null;

        (DateText, string)? Of(int i)
        {
            var block = map.Blocks[i];
            return block.Length <= longest && block.Counts.Digits >= 5 && DateText.Parse(map.TextOf(block).ToString()) is { } date
                ? (date, "text by the title")
                : null;
        }
    }
}
