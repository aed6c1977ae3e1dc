using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>How far an agreement has come: claims are weighed, those of one stage speak together, and the weightiest of them proves it.</summary>
internal sealed class StageReader(ArticleReading reading, ReadingWeights weights)
{
    /// <summary>The stage of an agreement that is news, or told beside it.</summary>
    public StageReading Read(Candidate candidate, bool background)
        => Choose(Alternatives(candidate, background), Table(background));

    /// <summary>What the stage is chosen from.</summary>
    public IEnumerable<ClaimAlternative> Alternatives(Candidate candidate, bool background)
        => new ClaimFeatures(reading.Text, reading.Ages, reading.Claims, candidate, reading.Candidates, background).Alternatives();

    /// <summary>What it is chosen by.</summary>
    public WeightTable Table(bool background) => background ? weights.BackgroundClaim : weights.NewsClaim;

    /// <summary>The stage that the claims together make likeliest.</summary>
    /// <param name="alternatives">The claims; never empty.</param>
    /// <param name="table">How much each observation counts.</param>
    public static StageReading Choose(IEnumerable<ClaimAlternative> alternatives, WeightTable table)
    {
        var weighed = alternatives.Select(alternative => (Alternative: alternative, Weight: table.Of(alternative.Features))).ToList();
        var most = weighed.Max(pair => pair.Weight);
        var all = weighed.Sum(pair => Math.Exp(pair.Weight - most));
        var (likelihood, stage) = weighed.GroupBy(pair => pair.Alternative.Stage)
            .Select(group => (Likelihood: group.Sum(pair => Math.Exp(pair.Weight - most)) / all, Stage: group.Key))
            .MaxBy(pair => pair.Likelihood);
        var best = weighed.Where(pair => pair.Alternative.Stage == stage).MaxBy(pair => pair.Weight).Alternative;
        return new(stage, best.Claim, likelihood);
    }
}

/// <summary>A stage and what says so.</summary>
/// <param name="Stage">The stage; <see cref="AgreementStage.Mentioned"/> where nothing is said.</param>
/// <param name="Claim">The claim that proves it; null for nothing.</param>
/// <param name="Likelihood">How likely it is among the stages that anything speaks for, 0 to 1.</param>
internal sealed record StageReading(AgreementStage Stage, Claim? Claim, double Likelihood)
{
    /// <summary>True where something is said to happen to it; that it stands, or nothing at all, is no development that an article could report.</summary>
    public bool IsStep => Stage != AgreementStage.Mentioned && Claim is not { Act: Act.Stand, Under: null };
}
