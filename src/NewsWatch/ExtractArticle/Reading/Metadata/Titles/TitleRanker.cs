using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Metadata.Titles;

/// <summary>Chooses among candidates by the weights of <c>title-weights.tsv</c>; how they were found is written at its head.</summary>
internal static class TitleRanker
{
    private static readonly float[] Weights = Read();

    /// <summary>The best candidate; the earliest of equals. Null where there is none.</summary>
    public static TitleCandidate? Best(IReadOnlyList<TitleCandidate> candidates, float[][] rows)
    {
        var best = -1;
        var bestScore = float.NegativeInfinity;
        for (var i = 0; i < candidates.Count; i++)
        {
            var score = 0f;
            for (var f = 0; f < Weights.Length; f++)
                score += Weights[f] * rows[i][f];
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }
        return best < 0 ? null : candidates[best];
    }

    private static float[] Read()
    {
        var weights = new float[TitleFeatures.Width];
        foreach (var row in DataTable.Read("NewsWatch.ExtractArticle.Reading.title-weights.tsv"))
            weights[(int)Enum.Parse<TitleFeature>(row[0])] = float.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture);
        return weights;
    }
}
