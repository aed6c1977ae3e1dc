using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Verdicts;

/// <summary>Which agreements are news, and which comes first.</summary>
internal sealed class Ranker(ArticleReading reading, ReadingWeights weights)
{
    /// <summary>Log odds that an agreement has at most of which no step is told, or one that title or lead deny: worth a look, never flagged.</summary>
    private const double WithoutStep = -0.85;

    private readonly Features features = reading.Text.Buffers.Observed;

    /// <summary>Every agreement with its stage and its odds of being news, the foremost first, the others as they come in the text.</summary>
    public List<RankedAgreement> Rank()
    {
        var stages = new StageReader(reading, weights);
        var ranked = new List<RankedAgreement>(reading.Candidates.Count);
        foreach (var candidate in reading.Candidates)
            ranked.Add(Judge(candidate, stages.Read(candidate, background: false)));
        if (ranked is [_])
            return ranked;
        var first = ranked.MaxBy(one => weights.Primary.Of(PrimaryFeatures.Of(reading, one.Candidate, one.NewsOdds, features)))!;
        ranked.Remove(first);
        ranked.Insert(0, first);
        return ranked;
    }

    private RankedAgreement Judge(Candidate candidate, StageReading stage)
    {
        var odds = weights.News.Of(NewsFeatures.Of(reading, candidate, stage, features));
        RealFeatures.AddTo(features, reading, candidate);
        var isStep = stage.IsStep && !(stage.Claim is { } claim && reading.Denied.Contains(claim.Act));
        return new(candidate, stage, isStep ? odds : Math.Min(odds, WithoutStep), weights.Real.Of(features));
    }
}

/// <summary>An agreement with what makes it news.</summary>
/// <param name="Candidate">The agreement.</param>
/// <param name="Stage">How far it has come, read as news.</param>
/// <param name="NewsOdds">Log odds of its being news.</param>
/// <param name="RealOdds">Log odds of the text speaking of it at all, as read.</param>
internal sealed record RankedAgreement(Candidate Candidate, StageReading Stage, double NewsOdds, double RealOdds)
{
    /// <summary>How likely it is news, 0 to 1.</summary>
    public double NewsScore => 1 / (1 + Math.Exp(-NewsOdds));
}
