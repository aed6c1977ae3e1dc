using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>What speaks for an agreement being one at all, of the type and between the parties that were read.</summary>
internal static class RealFeatures
{
    /// <summary>The observations.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="news">What speaks for its being news.</param>
    public static Features Of(ArticleReading reading, Candidate candidate, Features news)
    {
        var features = new Features();
        foreach (var (name, value) in news.Span)
            features.Add(name, value);
        AddTo(features, reading, candidate);
        return features;
    }

    /// <summary>Adds to what speaks for its being news what speaks for its being one besides.</summary>
    public static void AddTo(Features features, ArticleReading reading, Candidate candidate)
    {
        var isNamed = TypeReader.IsToldByName(candidate);
        features.Add($"type {WireName.Of(candidate.Type)}", 1);
        features.Add($"{candidate.Naming}, {(candidate.Explicit ? "explicit" : "not explicit")}", 1);
        features.Add("another of these parties", reading.Candidates.Any(other => other != candidate && candidate.Parties.HasAll(other.Parties)));
        features.Add("another of this type", reading.Candidates.Any(other => other != candidate && other.Type == candidate.Type));
        features.Add("another of this type, plainer", reading.Candidates.Any(other => other != candidate && other.Type == candidate.Type && other.Naming > candidate.Naming));
        features.Add("named by its own name", isNamed);
        features.Add("parties from around it", !candidate.Explicit && !isNamed);
        features.Add("echoes", Math.Log2(1 + candidate.Echoes.Length));
    }
}
