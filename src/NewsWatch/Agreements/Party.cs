namespace NewsWatch.Agreements;

/// <summary>A state or organisation that makes agreements; a row of <c>parties.tsv</c>.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, or NATO, EU, ASEAN, UN.</param>
/// <param name="Iso3">ISO 3166-1 alpha-3; null for an organisation.</param>
/// <param name="CowAbbreviation">Abbreviation in the Correlates of War state system; null for what is no member.</param>
/// <param name="CowNumber">Number there, 2 to 990; null for what is no member.</param>
/// <param name="Name">Short English name.</param>
public sealed record Party(string Code, string? Iso3, string? CowAbbreviation, int? CowNumber, string Name)
{
    /// <summary>True for a state or territory, false for an organisation.</summary>
    public bool IsCountry => Iso3 is not null;
}
