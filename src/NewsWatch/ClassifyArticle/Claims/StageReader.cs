using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>How far an agreement has come: claims are weighed, those of one stage speak together, and the weightiest of them proves it.</summary>
internal sealed class StageReader(ArticleReading reading, ReadingWeights weights)
{
    private const int Stages = (int)AgreementStage.Terminated + 1;

    /// <summary>The stage of an agreement that is news, or told beside it.</summary>
    public StageReading Read(Candidate candidate, bool background)
        => Choose(new ClaimFeatures(reading, candidate, background).Alternatives(reading.Text.Buffers.Observed), Table(background));

    /// <summary>What the stage is chosen from.</summary>
    public IEnumerable<ClaimAlternative> Alternatives(Candidate candidate, bool background) => new ClaimFeatures(reading, candidate, background).Alternatives();

    /// <summary>What it is chosen by.</summary>
    public WeightTable Table(bool background) => background ? weights.BackgroundClaim : weights.NewsClaim;

    /// <summary>The stage that the claims together make likeliest.</summary>
    /// <param name="alternatives">The claims, each weighed before the next is asked for; never empty.</param>
    /// <param name="table">How much each observation counts.</param>
    public static StageReading Choose(IEnumerable<ClaimAlternative> alternatives, WeightTable table)
    {
        var weighed = new List<(AgreementStage Stage, Claim? Claim, double Weight)>();
        var most = double.NegativeInfinity;
        foreach (var alternative in alternatives)
        {
            var weight = table.Of(alternative.Features);
            weighed.Add((alternative.Stage, alternative.Claim, weight));
            most = Math.Max(most, weight);
        }

        Span<double> ofStage = stackalloc double[Stages];
        var all = 0.0;
        foreach (var one in weighed)
        {
            ofStage[(int)one.Stage] += Math.Exp(one.Weight - most);
            all += Math.Exp(one.Weight - most);
        }

        var (stage, claim, heaviest) = weighed[0];
        foreach (var one in weighed)
            if (ofStage[(int)one.Stage] / all > ofStage[(int)stage] / all || (one.Stage == stage && one.Weight > heaviest))
                (stage, claim, heaviest) = one;
        return new(stage, claim, ofStage[(int)stage] / all);
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
