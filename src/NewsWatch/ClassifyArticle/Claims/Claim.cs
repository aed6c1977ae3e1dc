using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>What a sentence says is done with an agreement, and how it says so.</summary>
/// <param name="Act">The act.</param>
/// <param name="Manner">How it is said to be.</param>
/// <param name="Under">The act it stands under: of "suspends the termination" the claim is of an ending under a suspension. Null for none.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Rule">The rule that read the act.</param>
internal sealed record Claim(Act Act, Manner Manner, Act? Under, int Sentence, int First, int End, string Rule)
{
    /// <summary>True where words of the past or of history stand beside it.</summary>
    public bool Past { get; init; }

    /// <summary>True where words of these days stand in its sentence.</summary>
    public bool Recent { get; init; }

    /// <summary>True where it is said to be decided or announced.</summary>
    public bool Decided { get; init; }

    /// <summary>The stage that follows; null where none does.</summary>
    public AgreementStage? Stage => StageTable.Of(Under, Act, Manner);

    /// <summary>The claim by name: <c>sign done</c>, <c>suspend(end) stated</c>.</summary>
    public string Name => Under is { } under
        ? FeatureName.Of($"{WireName.Of(under)}({WireName.Of(Act)}) {WireName.Of(Manner)}")
        : FeatureName.Of($"{WireName.Of(Act)} {WireName.Of(Manner)}");
}
