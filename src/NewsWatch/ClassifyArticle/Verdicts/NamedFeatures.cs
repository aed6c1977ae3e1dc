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
    public static Features Of(ArticleReading reading, double newsOdds, double realOdds)
    {
        var features = new Features();
        var text = reading.Text;
        var plainest = reading.Candidates.Max(candidate => candidate.Naming);
        features.Add("always", true);
        features.Add("odds of news", newsOdds);
        features.Add("odds of being real", realOdds);
        features.Add("odds of news, if for it", Math.Max(0, newsOdds));
        features.Add($"naming {plainest}", true);
        features.Add($"naming {plainest}, explicit parties", reading.Candidates.Any(candidate => candidate.Naming == plainest && candidate.Explicit));
        features.Add("agreements", Math.Log2(reading.Candidates.Count));
        features.Add("plain mentions", Math.Log2(1 + reading.Candidates.Sum(candidate => candidate.Mentions.Count(mention => mention.Naming > Naming.Bare))));
        features.Add("explicit parties", reading.Candidates.Any(candidate => candidate.Explicit));
        features.Add("length", Math.Log2(text.Sentences.Length));
        features.Add("claims beside any", Math.Log2(1 + reading.Candidates.SelectMany(candidate => candidate.Mentions).Select(mention => mention.Sentence).Distinct()
            .Sum(sentence => reading.Claims[sentence].Length)));
        foreach (var kind in NewsFeatures.Against)
            features.Add(kind, reading.Surroundings.Of(kind));
        return features;
    }
}
