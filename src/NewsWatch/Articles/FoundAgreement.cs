namespace NewsWatch.Articles;

/// <summary>An agreement as one article reports it.</summary>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Name">Its name as the text has it.</param>
/// <param name="Parties">ISO 3166 alpha-2 codes, or NATO, EU, ASEAN, UN; two or more, in the order the text gives them.</param>
/// <param name="Stage">How far the article says it has come.</param>
/// <param name="Date">When that stage was or will be reached, where the text says so; resolved against the article's own date.</param>
/// <param name="Evidence">What proves it; never empty.</param>
public sealed record FoundAgreement(
    AgreementType Type,
    string Name,
    IReadOnlyList<string> Parties,
    AgreementStage Stage,
    DateOnly? Date,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How exactly <see cref="Date"/> is told: of a month or year it is the first day. Nothing where there is no date.</summary>
    public DateGrain DateGrain { get; init; }

    /// <summary>True where the article tells it as background to its own news: filed, never alerted.</summary>
    public bool Background { get; init; }

    /// <summary>True where the article denies or takes back that this stage was reached: filed against it, never alerted.</summary>
    public bool Denies { get; init; }
}
