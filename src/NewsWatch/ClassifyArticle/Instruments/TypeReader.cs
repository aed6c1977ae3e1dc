using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>Of which type each agreement is, by all that the text says of it.</summary>
internal static class TypeReader
{
    /// <summary>The candidates with their types, those that turn out to be the same joined.</summary>
    /// <param name="text">The text.</param>
    /// <param name="candidates">The agreements as composed.</param>
    /// <param name="weigh">How much what is observed speaks for a type.</param>
    public static List<Candidate> Read(ReadText text, IReadOnlyList<Candidate> candidates, Func<Features, double> weigh)
    {
        var typed = candidates.Select(candidate => candidate with { Type = TypeOf(text, candidate, candidates, weigh) });
        return [.. typed.GroupBy(candidate => (candidate.Type, Parties: string.Join(' ', candidate.Parties.Order(StringComparer.Ordinal)))).Select(Join)];
    }

    private static AgreementType TypeOf(ReadText text, Candidate candidate, IReadOnlyList<Candidate> candidates, Func<Features, double> weigh)
        => candidate.Likened
            ? Weighed(text, candidates.First(other => !other.Similar && other.Type == candidate.Type), candidates, weigh)
            : Weighed(text, candidate, candidates, weigh);

    private static AgreementType Weighed(ReadText text, Candidate candidate, IReadOnlyList<Candidate> candidates, Func<Features, double> weigh)
        => IsToldByName(candidate)
            ? candidate.Type
            : new TypeFeatures(text, candidate, candidates).Alternatives().MaxBy(alternative => weigh(alternative.Features)).Type;

    /// <summary>True where a known name gives type and parties, so that nothing is weighed.</summary>
    public static bool IsToldByName(Candidate candidate) => candidate.Mentions.Any(mention => mention.Parties.Count > 0);

    private static Candidate Join(IEnumerable<Candidate> same)
    {
        var parts = same.ToList();
        return parts is [var only] ? only : parts[0] with
        {
            Naming = parts.Max(part => part.Naming),
            Mentions = [.. parts.SelectMany(part => part.Mentions).OrderBy(mention => mention.First)],
            Echoes = [.. parts.SelectMany(part => part.Echoes).Distinct().OrderBy(mention => mention.First)],
            Explicit = parts.Exists(part => part.Explicit),
            Similar = parts.TrueForAll(part => part.Similar),
        };
    }
}
