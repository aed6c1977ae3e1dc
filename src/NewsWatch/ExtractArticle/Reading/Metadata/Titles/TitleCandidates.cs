using NewsWatch.ExtractArticle.Reading.Kinds;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.Text.Html;

namespace NewsWatch.ExtractArticle.Reading.Metadata.Titles;

/// <summary>Every title a page gives, those with the same words as one.</summary>
internal sealed class TitleCandidates
{
    private const int MostHeadings = 6;

    /// <summary>A longer heading is a standfirst.</summary>
    private const int LongestHeading = 200;

    private readonly List<TitleCandidate> all = [];
    private readonly SiteNames site;
    private readonly HashSet<string> given = [];

    private TitleCandidates(SiteNames site) => this.site = site;

    /// <summary>The candidates in the order of their sources; empty where the page gives none.</summary>
    public static IReadOnlyList<TitleCandidate> Of(PageFacts facts, SiteNames site)
    {
        var (map, context, json, metas, _) = facts;
        var found = new TitleCandidates(site);
        var headings = Headings(map, context.TitleBlock, context.FirstProse);
        foreach (var text in headings.Select(heading => heading.Text).Concat([json.Headline, metas.First("og:title"), metas.First("twitter:title")]))
            found.given.Add(OneLine.Key(OneLine.Of(text)));

        found.Add(json.Headline, TitleSource.Headline, "json-ld headline");
        found.Add(metas.First("og:title"), TitleSource.OpenGraph, "meta og:title");
        foreach (var (text, marks) in headings)
            found.Add(text, TitleSource.Heading, "heading", marks);
        found.Add(metas.First("twitter:title"), TitleSource.Twitter, "meta twitter:title");
        found.Add(json.AlternativeHeadline, TitleSource.Alternative, "json-ld alternativeHeadline");
        foreach (var name in (ReadOnlySpan<string>)["title", "dc.title", "dcterms.title", "citation_title"])
            found.Add(metas.First(name), TitleSource.Meta, $"meta {name}");
        foreach (var element in map.Landmarks.Properties)
            if (string.Equals(element.GetAttribute("itemprop"), "headline", StringComparison.OrdinalIgnoreCase))
            {
                found.Add(element.GetAttribute("content") ?? element.TextContent, TitleSource.Microdata, "microdata headline");
                break;
            }
        found.Add(map.Landmarks.DocumentTitle, TitleSource.Document, "title");
        return found.all;
    }

    private void Add(string? raw, TitleSource source, string name, HeadingMarks marks = HeadingMarks.None)
    {
        if (OneLine.Of(raw) is not { } plain)
            return;
        var text = site.Cut(plain, key => source is not (TitleSource.Headline or TitleSource.Heading) && given.Contains(key));
        var key = OneLine.Key(text);
        if (key.Length == 0 || (source is TitleSource.Heading && text.Length > LongestHeading))
            return;
        var candidate = all.Find(other => other.Key == key);
        if (candidate is null)
            all.Add(candidate = new(text, key) { Source = name });
        candidate.Sources |= source;
        candidate.Heading |= marks;
    }

    /// <summary>Headings of the first rank, the parts of one that has several blocks too, and the one taken for the title's.</summary>
    private static List<(string Text, HeadingMarks Marks)> Headings(PageMap map, int title, int firstProse)
    {
        var headings = new List<(string, HeadingMarks)>();
        var ofFirstRank = map.Boxes.Where(box => box.Level == 1 && box.EndBlock > box.FirstBlock).Take(MostHeadings).ToList();
        for (var i = 0; i < ofFirstRank.Count; i++)
        {
            var box = ofFirstRank[i];
            var marks = Marks(box, box.FirstBlock, box.EndBlock) | (i == 0 ? HeadingMarks.First : 0);
            headings.Add((string.Join(' ', Enumerable.Range(box.FirstBlock, box.EndBlock - box.FirstBlock).Select(b => map.TextOf(map.Blocks[b]).ToString())), marks));
        }
        if (title >= 0)
            headings.Add((map.TextOf(map.Blocks[title]).ToString(), Marks(map.Blocks[title].Box, title, title + 1)));
        return headings;

        HeadingMarks Marks(Box box, int first, int end)
        {
            var marks = HeadingMarks.None;
            if (first <= firstProse && firstProse - end < 30)
                marks |= HeadingMarks.AboveProse;
            if (box.LinkShare > 0.5f)
                marks |= HeadingMarks.Linked;
            for (var around = box; around is not null; around = around.Parent)
                if (around.Tag is Tag.Navigation or Tag.Aside or Tag.Footer or Tag.Dialog
                    || (around.Marks & (BoxMarks.Apart | BoxMarks.Hidden)) != 0)
                    marks |= HeadingMarks.Apart;
            return marks;
        }
    }
}
