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
        var typed = reading.Candidates.Select(candidate => candidate with { Type = TypeOf(reading, candidate, weigh) });
        return [.. typed.GroupBy(candidate => (candidate.Type, Parties: string.Join(' ', candidate.Parties.Order(StringComparer.Ordinal)))).Select(Join)];
    }

    private static AgreementType TypeOf(ArticleReading reading, Candidate candidate, Func<Features, double> weigh)
        => Weighed(reading, candidate.Likened ? reading.Candidates.First(other => !other.Similar && other.Type == candidate.Type) : candidate, weigh);

    private static AgreementType Weighed(ArticleReading reading, Candidate candidate, Func<Features, double> weigh)
        => IsToldByName(candidate)
            ? candidate.Type
            : new TypeFeatures(reading, candidate).Alternatives().MaxBy(alternative => weigh(alternative.Features)).Type;

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
