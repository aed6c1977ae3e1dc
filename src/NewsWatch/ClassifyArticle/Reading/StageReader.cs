using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Weighing;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Seventh phase: how far an agreement has come.</summary>
internal sealed class StageReader(ReadText text, IReadOnlyList<Mention> mentions, IReadOnlyList<Candidate> candidates)
{
    /// <summary>The stage for which most speaks, of the news or of what is told beside it.</summary>
    public StageReading Read(Candidate candidate, bool background)
    {
        var weights = background ? Weights.BackgroundStage : Weights.NewsStage;
        var (stage, _, cue) = new StageFeatures(text, mentions, candidate, candidates, background).Alternatives()
            .MaxBy(alternative => weights.Of(alternative.Features));
        return new(stage, cue);
    }
}

/// <summary>A stage and what says so.</summary>
/// <param name="Stage">The stage; <see cref="AgreementStage.Mentioned"/> where nothing is said.</param>
/// <param name="Cue">What says so plainest; null for nothing.</param>
internal sealed record StageReading(AgreementStage Stage, Hit? Cue);
