using NewsWatch.ExtractArticle.Reading.Blocks;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>
/// How likely a block of this page must be to be taken. Taking the likeliest blocks first, precision falls and recall rises; the cut is where
/// the F1 to be expected is greatest (Lipton, Elkan and Naryanaswamy, "Optimal Thresholding of Classifiers to Maximize F1 Measure", 2014):
/// near one half on a page that is plain, lower on a doubtful one.
/// </summary>
internal static class Cut
{
    /// <summary>Less likely blocks are never taken.</summary>
    private const float Least = 0.2f;

    /// <summary>The least probability taken, 0 to 1.</summary>
    public static float Of(IReadOnlyList<Block> blocks, ReadOnlySpan<float> probabilities)
    {
        var likely = new List<(float Probability, int Words)>();
        var right = 0f;
        for (var i = 0; i < blocks.Count; i++)
        {
            right += probabilities[i] * blocks[i].Words;
            if (probabilities[i] > Least)
                likely.Add((probabilities[i], blocks[i].Words));
        }
        likely.Sort((a, b) => b.Probability.CompareTo(a.Probability));
        float found = 0, taken = 0, best = 0, cut = 1;
        foreach (var (probability, words) in likely)
        {
            found += probability * words;
            taken += words;
            if (2 * found / Math.Max(1f, taken + right) < best)
                continue;
            (best, cut) = (2 * found / Math.Max(1f, taken + right), probability);
        }
        return cut;
    }
}
