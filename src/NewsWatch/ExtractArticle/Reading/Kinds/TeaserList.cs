using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Kinds;

/// <summary>
/// Tells a list of teasers by its build, whatever its language: what was taken for its text is cut up by links of one template, each with
/// a few lines of its own below.
/// </summary>
internal static class TeaserList
{
    /// <summary>Links that head a teaser, at least, and words of such a link.</summary>
    private const int FewestHeads = 5, ShortestHead = 3;

    /// <summary>Most words below one head, and below a head in the mean: an article's section has more.</summary>
    private const int LongestTeaser = 120, MeanTeaser = 60;

    /// <param name="map">The page.</param>
    /// <param name="taken">Indices of the blocks that were taken for the text, in order.</param>
    public static bool Is(PageMap map, IReadOnlyList<int> taken)
    {
        if (taken.Count == 0)
            return false;
        var heads = Enumerable.Range(taken[0], taken[^1] - taken[0] + 1)
            .Concat(taken[0] > 0 ? [taken[0] - 1] : [])
            .Where(i => IsHead(map.Blocks[i]))
            .GroupBy(i => (map.Blocks[i].Box.Template, map.Blocks[i].Box.Parent?.Template))
            .MaxBy(group => group.Count())?.Order().ToList();
        if (heads is null || heads.Count < FewestHeads)
            return false;
        int most = 0, all = 0, run = 0, next = 0;
        foreach (var i in taken)
        {
            for (; next < heads.Count && heads[next] <= i; next++)
                run = 0;
            if (IsHead(map.Blocks[i]))
                continue;
            run += map.Blocks[i].Words;
            all += map.Blocks[i].Words;
            most = Math.Max(most, run);
        }
        return most <= LongestTeaser && all <= MeanTeaser * heads.Count;
    }

    private static bool IsHead(Block block) => block.LinkShare > 0.8f && block.Words >= ShortestHead;
}
