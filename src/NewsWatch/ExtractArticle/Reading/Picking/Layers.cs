using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>
/// Rules before the trees' verdict, for what few measured pages have and any page may: a consent layer's text is prose, and
/// a newsletter box stands in the middle of the body.
/// </summary>
internal static class Layers
{
    /// <summary>Words of the longest newsletter box; an article about newsletters has more.</summary>
    private const int LongestBox = 60;

    /// <summary>A consent layer with more of the page's prose than this is the page.</summary>
    private const float WholePage = 0.8f;

    /// <summary>Sets the probability of blocks in such boxes to zero.</summary>
    public static void Strike(PageMap map, PageContext context, Span<float> probabilities)
    {
        foreach (var box in map.Boxes)
            if (box.EndBlock > box.FirstBlock && !HoldsTitle(box, context) && (IsConsent(box, map) || IsNewsletter(box)))
                probabilities[box.FirstBlock..box.EndBlock].Clear();
    }

    private static bool HoldsTitle(Box box, PageContext context)
        => context.TitleBlock >= box.FirstBlock && context.TitleBlock < box.EndBlock && box.Level == 0;

    private static bool IsConsent(Box box, PageMap map)
        => (box.Hints & ClassHints.Consent) != 0 && (box.Hints & ClassHints.Body) == 0 && box.ProseWords < WholePage * map.Boxes[0].ProseWords;

    private static bool IsNewsletter(Box box)
        => (box.Hints & (ClassHints.Newsletter | ClassHints.Body)) == ClassHints.Newsletter && box.Words <= LongestBox;
}
