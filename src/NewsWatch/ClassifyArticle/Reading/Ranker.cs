namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Seventh phase: which agreement is the news.</summary>
internal sealed class Ranker(ReadText text, PrincipalParties principal)
{
    /// <summary>The candidates, the newsworthy one first, the others as they come in the text.</summary>
    public List<Candidate> Rank(IReadOnlyList<Candidate> candidates)
    {
        var first = candidates.MaxBy(Weight);
        return first is null ? [] : [first, .. candidates.Where(candidate => candidate != first)];
    }

    private double Weight(Candidate candidate)
    {
        var weight = 0.0;
        foreach (var mention in candidate.Mentions)
            weight += text.IsTitle(mention.Sentence) ? 4 : (mention.Sentence - text.TitleSentences) switch { 0 => 3, 1 => 2, _ => 0.7 };
        if (candidate.Parties.Count == principal.Set.Count && candidate.Parties.All(principal.Set.Contains))
            weight += 5;
        weight += candidate.Naming switch { Naming.Named => 1.5, Naming.Described => 1.2, Naming.Topic => 1, _ => 0 };
        return candidate.Similar ? weight * 0.2 : weight;
    }
}
