using NewsWatch.ClassifyArticle.Weighing;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Sixth phase: which agreement is the news.</summary>
internal sealed class Ranker(ReadText text, PrincipalParties principal)
{
    /// <summary>The candidates, the newsworthy one first, the others as they come in the text.</summary>
    public List<Candidate> Rank(IReadOnlyList<Candidate> candidates)
    {
        var first = candidates.MaxBy(candidate => Weights.Primary.Of(PrimaryFeatures.Of(text, principal, candidate, candidates)));
        return first is null ? [] : [first, .. candidates.Where(candidate => candidate != first)];
    }
}
