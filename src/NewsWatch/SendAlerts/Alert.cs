namespace NewsWatch.SendAlerts;

/// <summary>What a channel tells of a development. Also the <c>data</c> of a webhook's message.</summary>
/// <param name="Development">Id of the development; the same whenever it is sent again.</param>
/// <param name="Agreement">Id of the agreement's dossier.</param>
/// <param name="Name">The agreement's name.</param>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">ISO 3166 alpha-2 codes, or NATO, EU, ASEAN, UN; sorted.</param>
/// <param name="Stage">The stage it has come to.</param>
/// <param name="Previous">The stage before; null for an agreement not known before.</param>
/// <param name="Since">The day it came to the stage, or the first day of the month or year told.</param>
/// <param name="SinceIsStated">True where a text gives that day; else it is the article's.</param>
/// <param name="Sources">The articles that tell of it, best first; never empty.</param>
/// <param name="Review">The article's page on the review site; null where its address is not configured.</param>
public sealed record Alert(
    string Development,
    string Agreement,
    string Name,
    AgreementType Type,
    IReadOnlyList<string> Parties,
    AgreementStage Stage,
    AgreementStage? Previous,
    DateOnly Since,
    bool SinceIsStated,
    IReadOnlyList<AlertSource> Sources,
    Uri? Review)
{
    /// <summary>How exactly <see cref="Since"/> is told.</summary>
    public DateGrain SinceGrain { get; init; }
}

/// <summary>An article behind an alert.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its address.</param>
/// <param name="ReportedOn">Its day.</param>
/// <param name="Evidence">The sentences that prove it.</param>
public sealed record AlertSource(string Title, Uri Address, DateOnly ReportedOn, IReadOnlyList<string> Evidence);
