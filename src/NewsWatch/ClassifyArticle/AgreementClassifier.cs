using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle;

/// <summary>
/// Finds the agreements between states an article reports: deterministic, without network, by the terms in <c>Terms</c> and the weights
/// in <c>Weights</c>. Its phases are the files of <c>Reading</c>: words, mentions, parties, composition, ranking, stage, verdict. Safe
/// for concurrent use.
/// </summary>
public sealed class AgreementClassifier
{
    private readonly AgreementLexicon lexicon = AgreementLexicon.Default;

    /// <summary>Reads an article.</summary>
    public Classification Classify(ClassifierInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ArticleReading.Of(input, lexicon) is { } reading
            ? new VerdictReader(reading).Read(lexicon.Version)
            : new(false, 0, [], lexicon.Version);
    }
}
