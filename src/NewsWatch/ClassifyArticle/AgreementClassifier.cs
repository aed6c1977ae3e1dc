using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle;

/// <summary>
/// Finds the agreements between states an article reports: deterministic, without network, by the terms in <c>Terms</c>. Its
/// phases are the files of <c>Reading</c>: words, mentions, parties, composition, stage, ranking, verdict. Safe for concurrent use.
/// </summary>
public sealed class AgreementClassifier
{
    private readonly AgreementLexicon lexicon = AgreementLexicon.Default;

    /// <summary>Reads an article.</summary>
    public Classification Classify(ClassifierInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var reader = new Reader(input, lexicon);
        if (!reader.MayMention())
            return new(false, 0, [], lexicon.Version);
        var text = reader.Read();
        var mentions = new MentionFinder(text).Find();
        if (!mentions.Exists(mention => mention.Naming > Naming.Bare))
            return new(false, 0, [], lexicon.Version);
        var parties = new PartyFinder(text).Find();
        var principal = PrincipalParties.Of(text, parties, mentions);
        var candidates = new Composer(text, new(text, parties, principal), principal).Compose(mentions);
        var ranked = new Ranker(text, principal).Rank(candidates);
        return new VerdictReader(text, new(text, mentions)).Read(ranked, lexicon.Version);
    }
}
