namespace NewsWatch.Agreements;

/// <summary>A public agreement known beforehand: a row of <c>known-agreements.tsv</c> or of an analyst's own list.</summary>
/// <param name="Name">Its usual English name.</param>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">Codes of its parties, sorted; two or more, or an organisation alone for all of its members.</param>
/// <param name="Signed">When it was signed, as exactly as is known; null where it is not.</param>
/// <param name="InForce">When it came into force; null where it did not, or is not known.</param>
/// <param name="Ended">When it ended; null where it did not, or is not known.</param>
/// <param name="Names">Other names, in any language; may be empty.</param>
/// <param name="Source">Where this is published; may be empty.</param>
public sealed record KnownAgreement(
    string Name,
    AgreementType Type,
    IReadOnlyList<string> Parties,
    ToldDay? Signed,
    ToldDay? InForce,
    ToldDay? Ended,
    IReadOnlyList<string> Names,
    string Source)
{
    /// <summary>The usual name and the others.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> AllNames => Names.Prepend(Name);

    /// <summary>The day by which a stage was reached; null where this does not say.</summary>
    public ToldDay? DayOf(AgreementStage stage) => stage switch
    {
        AgreementStage.Signed => Signed,
        AgreementStage.InForce => InForce,
        AgreementStage.Terminated => Ended,
        _ => null,
    };
}
