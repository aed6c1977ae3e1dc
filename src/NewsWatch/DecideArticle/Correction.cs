namespace NewsWatch.DecideArticle;

/// <summary>What an agreement of an article is, where the classifier read it wrongly or missed it.</summary>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">ISO 3166 alpha-2 codes, or NATO, EU, ASEAN, UN, in any case and order; two or more different ones.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Date">When that stage was or will be reached; null to keep what the classifier read.</param>
public sealed record Correction(AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage, DateOnly? Date = null)
{
    /// <summary>
    /// The stretch of title or text that proves it, with whatever rule; null where the analyst shows none, or what the classifier read
    /// is to stand.
    /// </summary>
    public Evidence? Proof { get; init; }
}
