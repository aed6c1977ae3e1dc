using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>Of which type each agreement is, by all that the text says of it.</summary>
internal static class TypeReader
{
    /// <summary>The candidates with their types, those that turn out to be the same joined.</summary>
    /// <param name="reading">The article with its agreements as composed.</param>
    /// <param name="weigh">How much what is observed speaks for a type.</param>
    public static List<Candidate> Read(ArticleReading reading, Func<Features, double> weigh)
    {
        var typed = new List<Candidate>(reading.Candidates.Count);
        foreach (var candidate in reading.Candidates)
            typed.Add(TypeOf(reading, candidate, weigh) is var type && type == candidate.Type ? candidate : candidate with { Type = type });
        for (var at = 0; at < typed.Count; at++)
            if (HasSameBehind(typed, at))
                JoinAt(typed, at);
        return typed;
    }

    private static AgreementType TypeOf(ArticleReading reading, Candidate candidate, Func<Features, double> weigh)
        => Weighed(reading, candidate.Likened ? reading.Candidates.First(other => !other.Similar && other.Type == candidate.Type) : candidate, weigh);

    private static AgreementType Weighed(ArticleReading reading, Candidate candidate, Func<Features, double> weigh)
    {
        if (IsToldByName(candidate))
            return candidate.Type;
        var features = new TypeFeatures(reading, candidate);
        return features.Types() is [var only] ? only : features.Alternatives(reading.Text.Buffers.Observed).MaxBy(alternative => weigh(alternative.Features)).Type;
    }

    /// <summary>True where a known name gives type and parties, so that nothing is weighed.</summary>
    public static bool IsToldByName(Candidate candidate) => candidate.Mentions.Any(mention => mention.Parties.Count > 0);

    private static bool HasSameBehind(List<Candidate> candidates, int at)
    {
        for (var behind = at + 1; behind < candidates.Count; behind++)
            if (AreSame(candidates[at], candidates[behind]))
                return true;
        return false;
    }

    private static void JoinAt(List<Candidate> candidates, int at)
    {
        var same = candidates.FindAll(other => AreSame(candidates[at], other));
        candidates[at] = Join(same);
        candidates.RemoveAll(same.Contains);
    }

    private static bool AreSame(Candidate one, Candidate other) => one.Type == other.Type && one.Parties.IsSameAs(other.Parties);

    private static Candidate Join(List<Candidate> same) => same[0] with
    {
        Naming = same.Max(part => part.Naming),
        Mentions = [.. same.SelectMany(part => part.Mentions).OrderBy(mention => mention.First)],
        Echoes = [.. same.SelectMany(part => part.Echoes).Distinct().OrderBy(mention => mention.First)],
        Explicit = same.Exists(part => part.Explicit),
        Similar = same.TrueForAll(part => part.Similar),
    };
}
