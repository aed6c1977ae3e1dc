using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Dates;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Verdicts;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle;

/// <summary>What the phases up to the claims make of an article; the rest is judging.</summary>
/// <param name="Text">Title and text.</param>
/// <param name="Principal">Whom the article is about.</param>
/// <param name="Mentions">Every place that speaks of an agreement.</param>
/// <param name="Candidates">The agreements, in the order of their first mention.</param>
/// <param name="Claims">What each sentence says is done with one.</param>
internal sealed record ArticleReading(
    ReadText Text, PrincipalParties Principal, IReadOnlyList<Mention> Mentions, IReadOnlyList<Candidate> Candidates, Claim[][] Claims) : IDisposable
{
    /// <summary>Sentences of the body whose denial is the article's.</summary>
    private const int SentencesThatDeny = 2;

    private SpokenAgreements? spoken;

    /// <summary>Who is party to a mention, and what else was weighed.</summary>
    public required PartyResolver Resolver { get; init; }

    /// <summary>The parties named in each sentence.</summary>
    public required PartyMention[][] Parties { get; init; }

    /// <summary>What title and lead deny: whoever else is quoted as saying it, the article reports no such step.</summary>
    public IReadOnlyList<Act> Denied { get; } = [.. Claims.Take(Text.TitleSentences + SentencesThatDeny).SelectMany(claims => claims)
        .Where(claim => claim.Manner == Manner.Denied).Select(claim => claim.Act)];

    /// <summary>What else the text is about.</summary>
    public Surroundings Surroundings { get; } = new(Text);

    /// <summary>The mentions of <see cref="Candidates"/> by sentence.</summary>
    public SpokenAgreements Spoken => spoken is { } known && known.Candidates == Candidates ? known : spoken = new(Candidates, Text.Sentences.Length);

    /// <summary>How long ago what the text tells was.</summary>
    public AgeReader Ages { get; } = new(Text, new(Text));

    /// <summary>Reads an article; null where it speaks of no agreement between states.</summary>
    public static ArticleReading? Of(ClassifierInput input, AgreementLexicon lexicon, ReadingWeights weights)
        => Compose(input, lexicon, weights.Parties.Of) is { } composed
            ? composed with { Candidates = TypeReader.Read(composed, weights.Type.Of) }
            : null;

    /// <summary>The reading before types are weighed, each as its plainest mention says.</summary>
    public static ArticleReading? Compose(ClassifierInput input, AgreementLexicon lexicon, Func<Features, double> weighParties)
    {
        using var reader = new Reader(input, lexicon);
        if (!reader.MayMention())
            return null;
        var text = reader.Read();
        if (Compose(text, weighParties) is { } composed)
            return composed;
        text.Dispose();
        return null;
    }

    /// <summary>Gives back what was lent to the text: the reading can be asked nothing any more.</summary>
    public void Dispose() => Text.Dispose();

    private static ArticleReading? Compose(ReadText text, Func<Features, double> weighParties)
    {
        var mentions = new MentionFinder(text).Find();
        if (!mentions.Exists(mention => mention.Naming > Naming.Bare))
            return null;
        var parties = new PartyFinder(text).Find();
        var principal = PrincipalParties.Of(text, parties, mentions);
        var resolver = new PartyResolver(text, parties, principal, weighParties);
        var candidates = new Composer(text, resolver, principal).Compose(mentions);
        return candidates.Count == 0 ? null : new(text, principal, mentions, candidates, new ClaimFinder(text).Find()) { Resolver = resolver, Parties = parties };
    }
}
