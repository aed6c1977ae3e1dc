using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Dates;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>Last phase: whether the article reports, mentions or has none, how sure that is, and what proves it.</summary>
internal sealed class VerdictReader(ArticleReading reading, ReadingWeights weights)
{
    /// <summary>From here on an article is flagged.</summary>
    internal const double Flagging = 0.4;

    /// <summary>From here on a further agreement of a flagged article is a piece of news of its own.</summary>
    internal const double AlsoNews = 0.7;

    /// <summary>Log odds from which on what is told beside the news is kept: a ledger that says a false thing is worse than one that says nothing.</summary>
    internal const double Keeping = -0.4;

    /// <summary>Sentences of the body that tell what an article is about.</summary>
    private const int LeadSentences = 3;

    /// <summary>Between these a person should look, flagged or not.</summary>
    private const double WorthALook = 0.2;
    private const double Sure = 0.7;

    private readonly ReadText text = reading.Text;

    /// <summary>The verdict on what was read.</summary>
    public Classification Read(string ruleSet)
    {
        var ranked = new Ranker(reading, weights).Rank();
        var stages = new StageReader(reading, weights);
        var dates = new StageDateReader(reading);
        var (odds, realOdds) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var one in ranked)
            (odds, realOdds) = (Math.Max(odds, one.NewsOdds), Math.Max(realOdds, one.RealOdds));
        var score = 1 / (1 + Math.Exp(-odds));
        var flagged = score >= Flagging;
        var (found, background) = (new List<FoundAgreement>(ranked.Count), new List<FoundAgreement>());
        for (var i = 0; i < ranked.Count; i++)
            if (i > 0 && ranked[i].RealOdds < Keeping)
                continue;
            else if (i > 0 && !(flagged && (IsAlsoNews(ranked[i]) || IsToldWith(ranked[0], ranked[i]))))
                background.Add(Background(ranked[i].Candidate, stages.Read(ranked[i].Candidate, background: true), dates));
            else
                found.Add(Found(ranked[i].Candidate, ranked[i].Stage, dates.OfNews(ranked[i].Candidate, ranked[i].Stage.Stage), background: !flagged));
        found.AddRange(background);
        if (score >= WorthALook)
            AddDenials(ranked[0].Candidate, ranked[0].Stage.Stage, found);
        return new(flagged, Math.Round(score, 4), found, ruleSet)
        {
            Mentions = flagged || weights.Named.Of(NamedFeatures.Of(reading, odds, realOdds, text.Buffers.Observed)) >= 0,
            Against = Against(),
            Borderline = score is >= WorthALook and < Sure,
        };
    }

    /// <summary>A second agreement is news where its own sentences claim it, of these days.</summary>
    private bool IsAlsoNews(RankedAgreement one)
        => one.NewsScore >= AlsoNews
            && one.Stage.Claim is { Past: false } claim
            && one.Candidate.SpeaksIn(claim.Sentence)
            && reading.Ages.Of(claim.Sentence, claim.First, claim.End) is Age.Untold or Age.Fresh or Age.Ahead;

    /// <summary>"Signed agreements with France, Britain and Sweden": one claim tells the stage of them all.</summary>
    private static bool IsToldWith(RankedAgreement first, RankedAgreement one)
        => first.Stage.Claim is { } claim && one.Stage.Stage == first.Stage.Stage
            && one.Candidate.Mentions.Any(mention => mention.Sentence == claim.Sentence && first.Candidate.Has(mention));

    private List<Evidence> Against()
    {
        var against = new List<Evidence>();
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term.Kind is TermKind.Negative or TermKind.History)
                    against.Add(text.Evidence(hit.First, hit.End, hit.Term.Rule));
        return against;
    }

    /// <summary>
    /// What the article says has not come about: a denial anywhere beside the agreement, or a negation in title or lead. Whoever said before
    /// that it had is contradicted by it.
    /// </summary>
    private void AddDenials(Candidate candidate, AgreementStage told, List<FoundAgreement> found)
    {
        var denied = new List<AgreementStage>();
        foreach (var mention in candidate.Mentions)
            AddIn(mention.Sentence);
        foreach (var echo in candidate.Echoes)
            AddIn(echo.Sentence);
        for (var sentence = 0; sentence < Math.Min(text.Sentences.Length, text.TitleSentences + LeadSentences); sentence++)
            AddIn(sentence);

        void AddIn(int sentence)
        {
            foreach (var claim in reading.Claims[sentence])
                if ((claim.Manner == Manner.Denied || (claim.Manner == Manner.Negated && claim.Sentence - text.TitleSentences < LeadSentences))
                    && claim.Act is Act.Sign or Act.Ratify or Act.Force or Act.Suspend or Act.End
                    && StageTable.Of(claim.Under, claim.Act, Manner.Done) is { } stage && stage != told && !denied.Contains(stage))
                {
                    denied.Add(stage);
                    found.Add(Found(candidate, new(stage, claim, 1), null, background: true) with { Denies = true });
                }
        }
    }

    private FoundAgreement Background(Candidate candidate, StageReading stage, StageDateReader dates)
        => Found(candidate, stage, dates.OfBackground(candidate, stage), background: true);

    /// <summary>
    /// The words of a mention, as far as it runs over no comma and nothing that is done with the agreement: "agreement", not "agreement, signed
    /// by the military".
    /// </summary>
    private string NameOf(Mention mention)
    {
        var end = mention.End;
        foreach (var hit in text.HitsOf(mention.Sentence))
            if (hit.Term.Kind == TermKind.Act && hit.First > mention.First && hit.First < end)
                end = hit.First;
        for (var at = mention.First + 1; at < end; at++)
            if (text.Tokens[at].AfterComma || text.Tokens[at].AfterStop)
                end = at;
        return text.Words(mention.First, end);
    }

    /// <summary>The sentence that makes the claim first, then the name, the parties and the date.</summary>
    private FoundAgreement Found(Candidate candidate, StageReading stage, StageDate? date, bool background)
    {
        var mention = candidate.Mentions[0];
        foreach (var other in candidate.Mentions)
            if (other.Naming > mention.Naming)
                mention = other;
        var evidence = new List<Evidence>();
        if (stage.Claim is { } claim)
            evidence.Add(text.Evidence(claim.First, claim.End, claim.Rule));
        evidence.Add(text.Evidence(mention.First, mention.End, mention.Rule));
        foreach (var party in PartyList.Firsts(candidate.PartyEvidence))
            evidence.Add(text.Evidence(party.First, party.End, party.Rule));
        if (date is not null)
            evidence.Add(date.Evidence);
        return new(candidate.Type, NameOf(mention), candidate.Parties, stage.Stage, date?.First, evidence)
        {
            DateGrain = date?.Grain ?? DateGrain.Day,
            Background = background,
        };
    }
}
