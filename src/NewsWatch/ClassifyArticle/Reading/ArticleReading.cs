using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Weighing;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>What the phases up to composition make of an article; the rest is weighing.</summary>
/// <param name="Text">Title and text.</param>
/// <param name="Mentions">Every place that speaks of an agreement.</param>
/// <param name="Principal">Whom the article is about.</param>
/// <param name="Candidates">The agreements, in the order of their first mention.</param>
internal sealed record ArticleReading(ReadText Text, IReadOnlyList<Mention> Mentions, PrincipalParties Principal, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>Reads an article; null where it speaks of no agreement between states.</summary>
    public static ArticleReading? Of(ClassifierInput input, AgreementLexicon lexicon)
        => Compose(input, lexicon, Weights.Parties.Of) is { } composed
            ? composed with { Candidates = TypeReader.Read(composed.Text, composed.Candidates, Weights.Type.Of) }
            : null;

    /// <summary>The reading before types are weighed, each as its plainest mention says.</summary>
    public static ArticleReading? Compose(ClassifierInput input, AgreementLexicon lexicon, Func<Features, double> weighParties)
    {
        using var reader = new Reader(input, lexicon);
        if (!reader.MayMention())
            return null;
        var text = reader.Read();
        var mentions = new MentionFinder(text).Find();
        if (!mentions.Exists(mention => mention.Naming > Naming.Bare))
            return null;
        var parties = new PartyFinder(text).Find();
        var principal = PrincipalParties.Of(text, parties, mentions);
        var candidates = new Composer(text, new(text, parties, principal, weighParties), principal).Compose(mentions);
        return candidates.Count == 0 ? null : new(text, mentions, principal, candidates);
    }
}
