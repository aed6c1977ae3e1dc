using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>Who wrote the article: as stated for machines, else as the byline shows.</summary>
internal static class AuthorReader
{
    private const int LongestName = 80;

    private static readonly string[] Metas =
        ["author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "cXenseParse:author", "byl", "byline", "article:author", "citation_author"];

    private static readonly string[] Openers =
        ["by ", "von ", "par ", "di ", "por ", "door ", "av ", "af ", "text:", "text von ", "from ", "written by ", "story by ", "autor:", "autore:", "author:", "report by "];

    /// <summary>Names in the page's order, and where they were found; none and null where the page gives none.</summary>
    public static (IReadOnlyList<string> Names, string? Source) Read(PageMap map, JsonLdArticle json, MetaTags metas, int title, string? site)
    {
        if (Clean(json.Authors, site) is { Count: > 0 } stated)
            return (stated, "json-ld author");
        foreach (var name in Metas)
            if (Clean(metas.All(name), site) is { Count: > 0 } tagged)
                return (tagged, $"meta {name}");
        var properties = map.Landmarks.Properties
            .Where(element => element.GetAttribute("itemprop")!.Contains("author", StringComparison.OrdinalIgnoreCase))
            .Select(element => element.GetAttribute("content") ?? element.TextContent);
        if (Clean(properties, site) is { Count: > 0 } marked)
            return (marked, "microdata author");
        var nearby = map.Landmarks.Bylines
            .Where(byline => byline.Block >= title - 4 && byline.Block <= title + 12)
            .Select(byline => byline.Element.TextContent);
        return Clean(nearby, site) is { Count: > 0 } shown ? (shown.Take(1).ToList(), "byline") : ([], null);
    }

    private static List<string> Clean(IEnumerable<string> raw, string? site)
    {
        var names = new List<string>();
        var seen = new HashSet<string> { PlainText.Key(site), "" };
        foreach (var text in raw)
        {
            if (PlainText.Of(text) is not { } plain || plain.Length > 4 * LongestName || plain.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var opener in Openers)
                if (plain.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                    plain = plain[opener.Length..].TrimStart();
            foreach (var part in Parts(plain))
                if (part.Length is > 1 and <= LongestName && part.Any(char.IsLetter) && !part.Contains('@') && !part.Contains('/') && seen.Add(PlainText.Key(part)))
                    names.Add(part);
        }
        return names;
    }

    private static string[] Parts(string text)
        => text.Split([",", ";", " and ", " und ", " et ", " y ", " & ", "|", "、"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
