using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>
/// Rules over the trees' verdict, for what few measured pages have and any page may: a consent layer's text is prose, a newsletter box
/// stands in the middle of the body, a widget leaves its settings as text; and the rules of single sites.
/// </summary>
internal static class Strikes
{
    /// <summary>Words of the longest newsletter box; an article about newsletters has more.</summary>
    private const int LongestBox = 60;

    /// <summary>A consent layer with more of the page's prose than this is the page.</summary>
    private const float WholePage = 0.8f;

    /// <summary>Who strikes each block, by index; null for the blocks that no rule strikes.</summary>
    public static string?[] Of(PageMap map, PageContext context)
    {
        var struck = new string?[map.Blocks.Count];
        var whole = false;
        foreach (var box in map.Boxes)
        {
            whole |= (box.Marks & BoxMarks.Whole) != 0;
            if (box.EndBlock > box.FirstBlock && By(box, map, context) is { } rule)
                struck.AsSpan(box.FirstBlock..box.EndBlock).Fill(rule);
        }
        for (var i = 0; i < struck.Length; i++)
            if (IsData(map.TextOf(map.Blocks[i])) && map.Blocks[i].Box.Tag is not Tag.Preformatted)
                struck[i] = "a widget's settings";
            else if (Phrases.IsWhole(Feature.SaysAdvert, map.TextOf(map.Blocks[i])))
                struck[i] = "an advertisement's label";
            else if (whole && !IsIn(map.Blocks[i].Box, BoxMarks.Whole))
                struck[i] = "a rule of the site";
        return struck;
    }

    private static string? By(Box box, PageMap map, PageContext context)
    {
        if ((box.Marks & BoxMarks.Dropped) != 0)
            return "a rule of the site";
        if (HoldsTitle(box, context))
            return null;
        return IsConsent(box, map) ? "a consent layer" : IsNewsletter(box) ? "a newsletter box" : null;
    }

    private static bool IsIn(Box? box, BoxMarks mark) => box is not null && ((box.Marks & mark) != 0 || IsIn(box.Parent, mark));

    private static bool HoldsTitle(Box box, PageContext context)
        => context.TitleBlock >= box.FirstBlock && context.TitleBlock < box.EndBlock && box.Level == 0;

    private static bool IsConsent(Box box, PageMap map)
        => (box.Hints & ClassHints.Consent) != 0 && (box.Hints & ClassHints.Body) == 0 && box.ProseWords < WholePage * map.Boxes[0].ProseWords;

    private static bool IsNewsletter(Box box)
        => (box.Hints & (ClassHints.Newsletter | ClassHints.Body)) == ClassHints.Newsletter && box.Words <= LongestBox;

    /// <summary>JSON, as scripts leave it in an element for themselves.</summary>
    private static bool IsData(ReadOnlySpan<char> text)
        => text.Length > 12 && text[0] is '{' or '[' && text[^1] is '}' or ']' && text[1..].TrimStart()[0] is '"' or '{'
            && text.Contains("\":", StringComparison.Ordinal);
}
