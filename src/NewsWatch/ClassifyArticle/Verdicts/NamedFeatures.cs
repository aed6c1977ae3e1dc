using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>What speaks for a text naming a real agreement at all, be it as background, history or explanation.</summary>
internal static class NamedFeatures
{
    /// <summary>The observations.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="newsOdds">Log odds of the likeliest agreement being news.</param>
    /// <param name="realOdds">Log odds of the likeliest agreement being one at all.</param>
    /// <param name="into">Takes them, and is returned; null for a new list.</param>
    public static Features Of(ArticleReading reading, double newsOdds, double realOdds, Features? into = null)
    {
        var features = Features.Empty(into);
        var text = reading.Text;
        var plainest = reading.Candidates.Max(candidate => candidate.Naming);
        features.Add("always", true);
        features.Add("odds of news", newsOdds);
        features.Add("odds of being real", realOdds);
        features.Add("odds of news, if for it", Math.Max(0, newsOdds));
        features.Add($"naming {plainest}", 1);
        features.When(reading.Candidates.Any(candidate => candidate.Naming == plainest && candidate.Explicit), $"naming {plainest}, explicit parties");
        features.Add("agreements", Math.Log2(reading.Candidates.Count));
        features.Add("plain mentions", Math.Log2(1 + reading.Candidates.Sum(static candidate => candidate.CountPlain())));
        features.Add("explicit parties", reading.Candidates.Any(candidate => candidate.Explicit));
        features.Add("length", Math.Log2(text.Sentences.Length));
        features.Add("claims beside any", Math.Log2(1 + CountClaims(reading)));
        foreach (var kind in NewsFeatures.Against)
            features.Add(kind, reading.Surroundings.Of(kind));
        return features;
    }

    /// <summary>The claims of all sentences that mention an agreement.</summary>
    private static int CountClaims(ArticleReading reading)
    {
        var count = 0;
        for (var sentence = 0; sentence < reading.Claims.Length; sentence++)
            if (reading.Claims[sentence].Length > 0 && SpeaksIn(reading.Candidates, sentence))
                count += reading.Claims[sentence].Length;
        return count;
    }

    private static bool SpeaksIn(IReadOnlyList<Candidate> candidates, int sentence)
    {
        for (var at = 0; at < candidates.Count; at++)
            if (candidates[at].SpeaksIn(sentence))
                return true;
        return false;
    }
}
