using NewsWatch.ClassifyArticle.Explaining;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Verdicts;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle;

/// <summary>
/// Finds the agreements between states an article reports or mentions: deterministic, without network, by the terms in <c>Terms</c> and the
/// weights in <c>Weights</c>. Its phases are the folders beside this file: words, instruments, parties, claims, dates, verdicts. Safe for
/// concurrent use.
/// </summary>
public sealed class AgreementClassifier
{
    private readonly AgreementLexicon lexicon = AgreementLexicon.Default;
    private readonly ReadingWeights weights;

    /// <summary>With the weights that come with the program.</summary>
    public AgreementClassifier()
        : this(ReadingWeights.Shipped)
    {
    }

    /// <summary>With weights of the caller's.</summary>
    internal AgreementClassifier(ReadingWeights weights) => this.weights = weights;

    /// <summary>Reads an article.</summary>
    public Classification Classify(ClassifierInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var reading = ArticleReading.Of(input, lexicon, weights);
        return reading is null ? new(false, 0, [], lexicon.Version) : new VerdictReader(reading, weights).Read(lexicon.Version);
    }

    /// <summary>
    /// Why an article is read as it is, as plain text for people: of each agreement the claims of its sentences, what was weighed with what
    /// each observation counts, and the terms that others hide.
    /// </summary>
    public string Explain(ClassifierInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new VerdictExplainer(lexicon, weights).Explain(input, Classify(input));
    }
}
