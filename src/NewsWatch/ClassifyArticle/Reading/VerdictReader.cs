using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Reading.Dates;
using NewsWatch.ClassifyArticle.Weighing;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Last phase: whether the article is flagged, how sure that is, and what proves it.</summary>
internal sealed class VerdictReader(ArticleReading reading)
{
    /// <summary>From here on an article is flagged.</summary>
    private const double Flagging = 0.5;

    /// <summary>Between these a person should look, flagged or not.</summary>
    private const double WorthALook = 0.3;
    private const double Sure = 0.7;

    private readonly ReadText text = reading.Text;

    /// <summary>The verdict on what was read.</summary>
    public Classification Read(string ruleSet)
    {
        var ranked = new Ranker(text, reading.Principal).Rank(reading.Candidates);
        var stages = new StageReader(text, reading.Mentions, ranked);
        var dates = new StageDateReader(text, reading.Mentions);
        var news = stages.Read(ranked[0], background: false);
        var score = 1 / (1 + Math.Exp(-Weights.Flag.Of(FlagFeatures.Of(text, reading.Mentions, ranked[0], news))));
        var found = ranked.Select((candidate, i) => i == 0
            ? Found(candidate, news, dates.OfNews(candidate, news.Stage))
            : Background(candidate, stages.Read(candidate, background: true), dates));
        return new(score >= Flagging, Math.Round(score, 4), [.. found], ruleSet)
        {
            Against = Against(),
            Borderline = score is >= WorthALook and < Sure,
        };
    }

    private List<Evidence> Against()
    {
        var against = new List<Evidence>();
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term.Kind is TermKind.Negative or TermKind.History)
                    against.Add(text.Evidence(hit.First, hit.End, hit.Term.Rule));
        return against;
    }

    private FoundAgreement Background(Candidate candidate, StageReading stage, StageDateReader dates)
        => Found(candidate, stage, dates.OfBackground(candidate, stage)) with { Background = true };

    private FoundAgreement Found(Candidate candidate, StageReading stage, StageDate? date)
    {
        var mention = candidate.Mentions.MaxBy(mention => mention.Naming)!;
        var evidence = new List<Evidence> { text.Evidence(mention.First, mention.End, mention.Rule) };
        if (stage.Cue is { } cue)
            evidence.Add(text.Evidence(cue.First, cue.End, cue.Term.Rule));
        evidence.AddRange(candidate.PartyEvidence.DistinctBy(party => party.Code).Select(party => text.Evidence(party.First, party.End, party.Rule)));
        if (date is not null)
            evidence.Add(date.Evidence);
        return new(candidate.Type, text.Words(mention.First, mention.End), candidate.Parties, stage.Stage, date?.First, evidence)
        {
            DateGrain = date?.Grain ?? DateGrain.Day,
        };
    }
}
