using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Last phase: whether the article is flagged, how sure that is, and what proves it.</summary>
internal sealed class VerdictReader(ReadText text, StageReader stages)
{
    /// <summary>From here on an article is flagged.</summary>
    private const double Flagging = 0.5;

    /// <summary>Between these a person should look, flagged or not.</summary>
    private const double WorthALook = 0.3;
    private const double Sure = 0.7;

    /// <summary>The verdict on the ranked candidates.</summary>
    public Classification Read(IReadOnlyList<Candidate> ranked, string ruleSet)
    {
        if (ranked.Count == 0)
            return new(false, 0, [], ruleSet);
        var found = new List<FoundAgreement>();
        var news = stages.OfNews(ranked[0]);
        for (var i = 0; i < ranked.Count; i++)
            found.Add(Found(ranked[i], i == 0 ? news : stages.OfBackground(ranked[i]), background: i > 0));
        var against = Against();
        var score = 1 / (1 + Math.Exp(-Logit(ranked[0], news, against.Count)));
        return new(score >= Flagging, Math.Round(score, 4), found, ruleSet)
        {
            Against = against,
            Borderline = score is >= WorthALook and < Sure,
        };
    }

    private double Logit(Candidate primary, StageReading news, int against)
    {
        var logit = -2.0;
        logit += primary.Naming switch { Naming.Named or Naming.Described => 2.0, Naming.Topic => 1.5, _ => 0.8 };
        logit += primary.Mentions.Any(mention => text.IsTitle(mention.Sentence)) ? 1.0 : 0;
        logit += Math.Min(news.Weight, 4) * 0.6;
        logit -= against * 0.8;
        return logit;
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

    private FoundAgreement Found(Candidate candidate, StageReading stage, bool background)
    {
        var mention = candidate.Mentions.MaxBy(mention => mention.Naming)!;
        var evidence = new List<Evidence> { text.Evidence(mention.First, mention.End, mention.Rule) };
        if (stage.Cue is { } cue)
            evidence.Add(text.Evidence(cue.First, cue.End, cue.Term.Rule));
        evidence.AddRange(candidate.PartyEvidence.DistinctBy(party => party.Code).Select(party => text.Evidence(party.First, party.End, party.Rule)));
        return new(candidate.Type, text.Words(mention.First, mention.End), candidate.Parties, stage.Stage, null, evidence) { Background = background };
    }
}
