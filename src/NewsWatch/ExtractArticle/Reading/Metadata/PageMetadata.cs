using NewsWatch.ExtractArticle.Reading.Kinds;
using NewsWatch.ExtractArticle.Reading.Metadata.Titles;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.Text;
using NewsWatch.Text.Dates;
using NewsWatch.Text.Html;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>All that a page says of its article, reconciled.</summary>
internal static class PageMetadata
{
    /// <summary>Adds the fields to a reading, each with its source.</summary>
    public static PageReading AddTo(PageReading reading, PageFacts facts)
    {
        var (map, context, json, metas, address) = facts;
        var title = context.TitleBlock;
        var sources = new Dictionary<string, string>();
        var site = Site(json, metas, sources);
        var canonical = Canonical(map, metas, address, sources);
        var names = new SiteNames(json, metas, site, address ?? canonical);
        var named = TitleReader.Read(facts, names, address ?? canonical);
        var language = Language(map, json, metas, sources);
        var order = new Lazy<DayOrder>(() => DayOrders.Of(map.Landmarks.Language ?? language, (address ?? canonical)?.Host, DateLines(map)));
        var (published, modified) = DateReader.Read(
            map, json, metas, new(map, title, context.FirstProse, () => order.Value), address ?? canonical, () => order.Value);
        var (authors, authorSource) = AuthorReader.Read(map, json, metas, title, names);
        Note(nameof(PageReading.Title), named?.Source);
        Note(nameof(PageReading.Published), published?.Source);
        Note(nameof(PageReading.Modified), modified?.Source);
        Note(nameof(PageReading.Authors), authorSource);
        return reading with
        {
            Title = named?.Title,
            Authors = authors,
            Published = published?.Date.Instant,
            PublishedPrecision = published?.Date.Precision ?? default,
            Modified = modified?.Date.Instant,
            ModifiedPrecision = modified?.Date.Precision ?? default,
            PublishedIsGuess = published is { Source: var given } && !DateReader.IsStated(given),
            Language = language,
            Site = site,
            Canonical = canonical,
            NextPart = address is null ? null : PartAddress.Next(address, map.Landmarks.Onward),
            Section = Section(json, metas, sources),
            Sources = sources,
        };

        void Note(string field, string? source)
        {
            if (source is not null)
                sources[field] = source;
        }
    }

    /// <summary>Short lines with as many figures as a date has.</summary>
    private static IEnumerable<string> DateLines(PageMap map)
    {
        const int longest = 160, figures = 5;
        return map.Blocks.Where(block => block.Length <= longest && block.Counts.Digits >= figures).Select(block => map.TextOf(block).ToString());
    }

    /// <summary>The names the page's site goes by, for the trainer.</summary>
    internal static SiteNames Names(PageFacts facts) => new(facts.Json, facts.Metas, Site(facts.Json, facts.Metas, []), facts.Address);

    private static string? Site(JsonLdArticle json, MetaTags metas, Dictionary<string, string> sources)
        => Pick(nameof(PageReading.Site), sources,
            (metas.First("og:site_name"), "meta og:site_name"),
            (OneLine.Of(json.Publisher), "json-ld publisher"),
            (metas.First("application-name"), "meta application-name"));

    private static string? Section(JsonLdArticle json, MetaTags metas, Dictionary<string, string> sources)
        => Pick(nameof(PageReading.Section), sources,
            (OneLine.Of(json.Section), "json-ld articleSection"),
            (metas.First("article:section"), "meta article:section"),
            (metas.First("section"), "meta section"));

    /// <summary>The primary language: the root element first, for it is what renders; the others where it is missing or odd.</summary>
    private static string? Language(PageMap map, JsonLdArticle json, MetaTags metas, Dictionary<string, string> sources)
        => Pick(nameof(PageReading.Language), sources,
            (Primary(map.Landmarks.Language), "html lang"),
            (Primary(json.Language), "json-ld inLanguage"),
            (Primary(metas.First("og:locale")), "meta og:locale"),
            (Primary(metas.First("content-language")), "meta content-language"),
            (Primary(metas.First("language")), "meta language"));

    private static string? Primary(string? tag)
    {
        if (tag is null)
            return null;
        var end = tag.AsSpan().IndexOfAny('-', '_', ',');
        var primary = (end < 0 ? tag : tag[..end]).Trim().ToLowerInvariant();
        return primary.Length is 2 or 3 && primary.All(char.IsAsciiLetterLower) ? primary : null;
    }

    /// <summary>As the page names itself; a relative address is resolved against where the page came from.</summary>
    private static Uri? Canonical(PageMap map, MetaTags metas, Uri? address, Dictionary<string, string> sources)
    {
        var link = map.Landmarks.Links.Find(link => string.Equals(link.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase));
        foreach (var (value, source) in (ReadOnlySpan<(string?, string)>)
            [(link?.GetAttribute("href"), "link canonical"), (metas.First("og:url"), "meta og:url")])
        {
            if (string.IsNullOrWhiteSpace(value) || value.Length > Bound.Address)
                continue;
            var whole = address is null ? Uri.TryCreate(value, UriKind.Absolute, out var uri) : Uri.TryCreate(address, value, out uri);
            if (!whole || uri!.Scheme is not ("http" or "https"))
                continue;
            sources[nameof(PageReading.Canonical)] = source;
            return uri;
        }
        return null;
    }

    private static string? Pick(string field, Dictionary<string, string> sources, params ReadOnlySpan<(string? Value, string Source)> candidates)
    {
        foreach (var (value, source) in candidates)
        {
            if (value is null)
                continue;
            sources[field] = source;
            return value;
        }
        return null;
    }
}
