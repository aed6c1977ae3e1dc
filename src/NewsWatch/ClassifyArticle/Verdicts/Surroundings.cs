using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>What else a text is about, counted once for all of its agreements.</summary>
internal sealed class Surroundings
{
    private readonly int[] against = new int[NewsFeatures.Against.Length];
    private readonly int sentences;

    /// <summary>Counts.</summary>
    public Surroundings(ReadText text)
    {
        sentences = text.Sentences.Length;
        for (var sentence = 0; sentence < sentences; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term.Kind == TermKind.History)
                    History++;
                else if (hit.Term.Kind == TermKind.Negative && Array.IndexOf(NewsFeatures.Against, hit.Term.Value) is >= 0 and var kind)
                    against[kind]++;
    }

    /// <summary>Words that tell history.</summary>
    public int History { get; private set; }

    /// <summary>How often a sentence speaks of something that is no agreement between states: one of <see cref="NewsFeatures.Against"/>.</summary>
    public double Of(string kind) => (double)against[Array.IndexOf(NewsFeatures.Against, kind)] / sentences;
}
