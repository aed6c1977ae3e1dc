using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Sixth phase: how far an agreement has come.</summary>
internal sealed class StageReader(ReadText text, IReadOnlyList<Mention> mentions)
{
    private const int Reach = 40;

    /// <summary>The stage of the article's own news, from title, lead and every sentence that speaks of it.</summary>
    public StageReading OfNews(Candidate candidate)
    {
        var own = candidate.Mentions.Select(mention => mention.Sentence).ToHashSet();
        var spoken = mentions.Select(mention => mention.Sentence).ToHashSet();
        var votes = new Dictionary<AgreementStage, double>();
        var best = new Dictionary<AgreementStage, (double Weight, Hit Hit)>();
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
        {
            var place = text.IsTitle(sentence) ? 3.0 : (sentence - text.TitleSentences) switch { 0 => 2.5, 1 => 1.6, < 4 => 1.1, _ => 0.8 };
            var near = own.Contains(sentence) ? 1.0 : spoken.Contains(sentence) ? 0.7 : 0.35;
            foreach (var hit in text.HitsOf(sentence))
            {
                if (hit.Term.Stage is not { } stage)
                    continue;
                var weight = place * near * Prior(stage) * (IsPast(hit, sentence) ? 0.35 : 1.0);
                votes[stage] = votes.GetValueOrDefault(stage) + weight;
                if (!best.TryGetValue(stage, out var known) || known.Weight < weight)
                    best[stage] = (weight, hit);
            }
        }

        if (votes.Count == 0)
            return StageReading.None;
        var (top, total) = votes.MaxBy(pair => pair.Value);
        if (top == AgreementStage.AgreedInPrinciple && votes.GetValueOrDefault(AgreementStage.Signed) >= 0.6 * total)
            (top, total) = (AgreementStage.Signed, votes[AgreementStage.Signed]);
        if (top == AgreementStage.Signed && votes.GetValueOrDefault(AgreementStage.AmendedOrRenewed) >= 0.4 * total)
            (top, total) = (AgreementStage.AmendedOrRenewed, votes[AgreementStage.AmendedOrRenewed]);
        return new(top, total, best[top].Hit);
    }

    /// <summary>The stage of an agreement told beside the news: only its own sentences speak for it, the nearest cue first.</summary>
    public StageReading OfBackground(Candidate candidate)
    {
        var nearest = candidate.Mentions
            .SelectMany(mention => text.HitsOf(mention.Sentence).Where(hit => hit.Term.Stage is not null and not AgreementStage.Mentioned), (mention, hit) => (hit, distance: Distance(hit, mention)))
            .Where(pair => pair.distance <= Reach)
            .OrderBy(pair => pair.distance)
            .Select(pair => (Hit?)pair.hit)
            .FirstOrDefault();
        if (nearest is { } found)
            return new(found.Term.Stage!.Value, 1, found);
        return candidate.Mentions.Any(IsDated) ? StageReading.None with { Stage = AgreementStage.Signed } : StageReading.None;
    }

    /// <summary>"COMCASA in 2018": a year beside a background pact is the year it was signed.</summary>
    private bool IsDated(Mention mention)
        => text.HitsOf(mention.Sentence).Exists(hit => hit.Term.Kind == TermKind.Background && hit.First >= mention.End && hit.First - mention.End <= 3);

    private static int Distance(Hit hit, Mention mention)
        => hit.End <= mention.First ? mention.First - hit.End : hit.First >= mention.End ? hit.First - mention.End : 0;

    private bool IsPast(Hit stage, int sentence)
        => !text.IsTitle(sentence) && text.HitsOf(sentence).Exists(hit => hit.Term.Kind is TermKind.Background or TermKind.History
            && (hit.End <= stage.First ? stage.First - hit.End <= 6 : hit.First - stage.End <= 6));

    /// <summary>Rarer words say more: an article that reports a ratification also speaks of the signing before.</summary>
    private static double Prior(AgreementStage stage) => stage switch
    {
        AgreementStage.Terminated => 1.5,
        AgreementStage.Suspended => 1.4,
        AgreementStage.AmendedOrRenewed or AgreementStage.Ratified => 1.3,
        AgreementStage.AgreedInPrinciple => 1.2,
        AgreementStage.InForce => 1.1,
        AgreementStage.Proposed => 0.9,
        AgreementStage.Mentioned => 0.2,
        _ => 1.0,
    };
}

/// <summary>A stage and what says so.</summary>
/// <param name="Stage">The stage; <see cref="AgreementStage.Mentioned"/> where nothing is said.</param>
/// <param name="Weight">How much speaks for it; 0 for nothing.</param>
/// <param name="Cue">What says so plainest; null for nothing.</param>
internal sealed record StageReading(AgreementStage Stage, double Weight, Hit? Cue)
{
    /// <summary>Nothing is said.</summary>
    public static StageReading None { get; } = new(AgreementStage.Mentioned, 0, null);
}
