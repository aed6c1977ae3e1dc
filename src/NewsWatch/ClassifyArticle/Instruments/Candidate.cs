using NewsWatch.ClassifyArticle.Parties;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>An agreement as it takes shape: between whom, and every place that speaks of it.</summary>
/// <param name="Parties">Its parties, in the text's order.</param>
/// <param name="Type">Its type, as its plainest mention says.</param>
/// <param name="Naming">How plainly that is said.</param>
/// <param name="Mentions">Where, in the text's order; never empty.</param>
internal sealed record Candidate(IReadOnlyList<string> Parties, AgreementType Type, Naming Naming, Mention[] Mentions)
{
    /// <summary>True where the text itself joins these parties to it; false where they are taken from around it.</summary>
    public bool Explicit { get; init; }

    /// <summary>True where it is one of several of a kind: "similar agreements with …".</summary>
    public bool Similar { get; init; }

    /// <summary>True where its type is that of the agreement it is said to be like.</summary>
    public bool Likened { get; init; }

    /// <summary>Where only "the pact" is said and this is the last agreement that can be meant, in the text's order.</summary>
    public Mention[] Echoes { get; init; } = [];

    /// <summary>What names the parties.</summary>
    public PartyMention[] PartyEvidence { get; init; } = [];

    /// <summary>Index of the token that its first mention begins with.</summary>
    public int First => Mentions[0].First;

    /// <summary>The sentences that mention it, in the text's order, each once.</summary>
    public int[] Sentences()
    {
        var count = 0;
        for (var at = 0; at < Mentions.Length; at++)
            count += IsFirstOfSentence(at) ? 1 : 0;
        var sentences = new int[count];
        count = 0;
        for (var at = 0; at < Mentions.Length; at++)
            if (IsFirstOfSentence(at))
                sentences[count++] = Mentions[at].Sentence;
        return sentences;
    }

    /// <summary>True where this is one of its mentions.</summary>
    public bool Has(Mention mention) => Array.IndexOf(Mentions, mention) >= 0;

    /// <summary>How many of its mentions are more than "the pact".</summary>
    public int CountPlain()
    {
        var count = 0;
        foreach (var mention in Mentions)
            count += mention.Naming > Naming.Bare ? 1 : 0;
        return count;
    }

    /// <summary>True where a sentence mentions it.</summary>
    public bool SpeaksIn(int sentence)
    {
        foreach (var mention in Mentions)
            if (mention.Sentence == sentence)
                return true;
        return false;
    }

    private bool IsFirstOfSentence(int at) => at == 0 || Mentions[at - 1].Sentence != Mentions[at].Sentence;
}
