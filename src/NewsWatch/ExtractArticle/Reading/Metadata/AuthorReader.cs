using System.Buffers;
using NewsWatch.ExtractArticle.Reading.Metadata.Titles;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.Text.Dates;
using NewsWatch.Text.Html;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>
/// Who wrote the article: the people stated for machines, else as the byline shows, else the organisation that is stated.
/// </summary>
internal static class AuthorReader
{
    private const int LongestName = 80;

    /// <summary>More in microdata are those of the comments and teasers too.</summary>
    private const int MostMarked = 4;

    private static readonly string[] Metas =
        ["author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "cXenseParse:author", "byl", "byline", "article:author", "citation_author"];

    private static readonly string[] Openers =
        ["by ", "von ", "par ", "di ", "por ", "door ", "av ", "af ", "text:", "text von ", "from ", "written by ", "story by ", "autor:", "autore:", "author:", "report by "];

    private static readonly SearchValues<char> AfterName = SearchValues.Create("0123456789•·|–—");

    private static readonly string[] Closers = [" 기자", "記者"];

    /// <summary>Names in the page's order, and where they were found; none and null where the page gives none.</summary>
    public static (IReadOnlyList<string> Names, string? Source) Read(PageMap map, JsonLdArticle json, MetaTags metas, int title, SiteNames site)
    {
        (List<string> Names, string Source)? organisation = null;
        foreach (var (raw, source) in Stated(map, json, metas))
        {
            var names = Clean(raw);
            if (names.Where(name => !site.Name(name)).ToList() is { Count: > 0 } people)
                return (source.StartsWith("microdata", StringComparison.Ordinal) && people.Count > MostMarked ? people[..1] : people, source);
            if (organisation is null && names.Count > 0)
                organisation = (names[..1], source);
        }
        var nearby = map.Landmarks.Bylines
            .Where(byline => byline.Block >= title - 4 && byline.Block <= title + 12)
            .Select(byline => ShownName(byline.Element.TextContent));
        if (Clean(nearby).Find(name => !site.Name(name)) is { } shown)
            return ([shown], "byline");
        return organisation is { } outlet ? (outlet.Names, outlet.Source) : ([], null);
    }

    private static IEnumerable<(IEnumerable<string> Raw, string Source)> Stated(PageMap map, JsonLdArticle json, MetaTags metas)
    {
        yield return (json.Authors, "json-ld author");
        foreach (var name in Metas)
            yield return (metas.All(name), $"meta {name}");
        yield return (
            map.Landmarks.Properties
                .Where(element => element.GetAttribute("itemprop")!.Contains("author", StringComparison.OrdinalIgnoreCase))
                .Select(element => element.GetAttribute("content") ?? element.TextContent),
            "microdata author");
    }

    /// <summary>What stands between "by" and the date, the time of reading or the role that follow.</summary>
    private static string ShownName(string byline)
    {
        const int longestLead = 20;
        var name = OneLine.Of(byline) ?? "";
        if (name.IndexOf(" by ", StringComparison.OrdinalIgnoreCase) is >= 0 and <= longestLead and var by)
            name = name[(by + 4)..];
        var end = name.AsSpan().IndexOfAny(AfterName);
        name = (end < 0 ? name : name[..end]).TrimEnd(' ', '-', ',', '.');
        var last = name.Length;
        while (last > 0 && char.IsLetter(name[last - 1]) && !char.IsUpper(name[last - 1]))
            last--;
        last = Math.Max(0, last - 1);
        return end >= 0 && DateText.IsMonth(name.AsSpan(last)) ? name[..last].TrimEnd(' ', '-', ',') : name;
    }

    private static List<string> Clean(IEnumerable<string> raw)
    {
        var names = new List<string>();
        var seen = new HashSet<string> { "" };
        foreach (var text in raw)
        {
            if (OneLine.Of(text) is not { } plain || plain.Length > 4 * LongestName || plain.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var opener in Openers)
                if (plain.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                    plain = plain[opener.Length..].TrimStart();
            foreach (var part in Parts(plain))
            {
                var name = Array.Find(Closers, closer => part.EndsWith(closer, StringComparison.Ordinal)) is { } end ? part[..^end.Length].TrimEnd() : part;
                if (name.Length is > 1 and <= LongestName && name.Any(char.IsLetter) && name.IndexOfAny(['@', '/', ':', '(']) < 0 && seen.Add(OneLine.Key(name)))
                    names.Add(name);
            }
        }
        return names;
    }

    private static string[] Parts(string text)
        => text.Split(
            [",", ";", " and ", " und ", " et ", " y ", " og ", " och ", " & ", "|", "、"],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
