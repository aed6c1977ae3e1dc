namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>Which agreements each sentence mentions: asked of each claim and each name of a text, for each of its agreements.</summary>
internal sealed class SpokenAgreements
{
    private readonly int[] ends;
    private readonly (Candidate Candidate, Mention Mention)[] spoken;

    /// <summary>Sorts the mentions of all agreements by their sentences.</summary>
    /// <param name="candidates">The agreements.</param>
    /// <param name="sentences">How many sentences the text has.</param>
    public SpokenAgreements(IReadOnlyList<Candidate> candidates, int sentences)
    {
        Candidates = candidates;
        ends = new int[sentences + 1];
        foreach (var candidate in candidates)
            foreach (var mention in candidate.Mentions)
                ends[mention.Sentence + 1]++;
        for (var sentence = 1; sentence < ends.Length; sentence++)
            ends[sentence] += ends[sentence - 1];
        spoken = new (Candidate, Mention)[ends[^1]];
        foreach (var candidate in candidates)
            foreach (var mention in candidate.Mentions)
                spoken[ends[mention.Sentence]++] = (candidate, mention);
    }

    /// <summary>The agreements.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>The mentions in a sentence, each with the agreement it is of.</summary>
    public ReadOnlySpan<(Candidate Candidate, Mention Mention)> In(int sentence) => spoken.AsSpan((sentence == 0 ? 0 : ends[sentence - 1])..ends[sentence]);
}
