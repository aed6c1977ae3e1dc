using System.Text.Json.Serialization;
using NewsWatch.Notices;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.SendAlerts;

/// <summary>
/// What is told of a development. Also the <c>data</c> of a webhook's message. Texts from outside are cleaned and bounded as
/// <see cref="NoticeText"/> says.
/// </summary>
public sealed record Alert
{
    /// <summary>Id of the development; the same whenever it is sent again.</summary>
    public required string Development { get; init; }

    /// <summary>Whether it is news, was learned late, or takes something back.</summary>
    public required DevelopmentKind Kind { get; init; }

    /// <summary>Id of the development that a correction takes back; null otherwise.</summary>
    public string? Corrects { get; init; }

    /// <summary>When it was noticed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the agreement's dossier.</summary>
    public required string Agreement { get; init; }

    /// <summary>The agreement's name as the articles have it.</summary>
    public required string Name { get; init => field = NoticeText.Heading(value); }

    /// <summary>The name an analyst gave it; null for none.</summary>
    public string? GivenName { get; init => field = value is null ? null : NoticeText.Heading(value); }

    /// <summary>Kind of instrument.</summary>
    public required AgreementType Type { get; init; }

    /// <summary>ISO 3166 alpha-2 codes, or NATO, EU, ASEAN, UN; sorted.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>
    /// The stage it has come to; of a correction the one that stands now, <see cref="AgreementStage.Mentioned"/> where none does.
    /// </summary>
    public required AgreementStage Stage { get; init; }

    /// <summary>The stage before, of a correction the one taken back; null for an agreement not known before.</summary>
    public AgreementStage? Previous { get; init; }

    /// <summary>
    /// The day it came to the stage, or the first day of the month or year told; null for a correction that leaves no stage.
    /// </summary>
    public DateOnly? Since { get; init; }

    /// <summary>How exactly <see cref="Since"/> is told.</summary>
    public DateGrain SinceGrain { get; init; }

    /// <summary>True where a text gives that day; else it is the article's.</summary>
    public bool SinceIsStated { get; init; }

    /// <summary>How many independent origins say so: one story, one agency and one outlet count once each.</summary>
    public int Origins { get; init; }

    /// <summary>Parties whose governments say so themselves, sorted.</summary>
    public IReadOnlyList<string> Governments { get; init; } = [];

    /// <summary>The best standing of its sources; null where it has none.</summary>
    public SourceRank? Standing { get; init; }

    /// <summary>The best score of its articles, 0 to 1; an analyst's own word is 1.</summary>
    public double Score { get; init; }

    /// <summary>Languages of its articles, BCP 47 primary, sorted.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Why a correction takes it back, in a sentence; null otherwise.</summary>
    public string? Reason { get; init => field = value is null ? null : NoticeText.Line(value); }

    /// <summary>True where someone watches the agreement on the review site.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Watched { get; init; }

    /// <summary>What the second reader made of it; null where it was not to be asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlertCheck? Check { get; init; }

    /// <summary>The articles that tell of it, the one that made it news first, then the best.</summary>
    public required IReadOnlyList<AlertSource> Sources { get; init; }

    /// <summary>The dossier's page on the review site; null where its address is not configured.</summary>
    public Uri? Dossier { get; init; }

    /// <summary>The form on the review site that takes a decision on the first article; null where there is none.</summary>
    public Uri? Decide { get; init; }
}

/// <summary>An article behind an alert.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its address.</param>
/// <param name="Outlet">The agency or host that it is from.</param>
/// <param name="Standing">What it is as a source.</param>
/// <param name="Language">BCP 47 primary language; null where unknown.</param>
/// <param name="ReportedOn">Its day.</param>
/// <param name="Evidence">The sentences that prove it, as they were written.</param>
public sealed record AlertSource(
    string Article,
    string Title,
    Uri Address,
    string Outlet,
    SourceRank Standing,
    string? Language,
    DateOnly ReportedOn,
    IReadOnlyList<string> Evidence)
{
    /// <summary>Its title.</summary>
    public string Title { get; init => field = NoticeText.Heading(value); } = NoticeText.Heading(Title);

    /// <summary>The agency or host that it is from.</summary>
    public string Outlet { get; init => field = NoticeText.Heading(value); } = NoticeText.Heading(Outlet);

    /// <summary>The sentences that prove it, as they were written.</summary>
    public IReadOnlyList<string> Evidence { get; init => field = Clean(value); } = Clean(Evidence);

    /// <summary>Its address, with everything escaped that an address must not have as it stands.</summary>
    public Uri Address { get; init; } = new(Address.AbsoluteUri);

    private static string[] Clean(IReadOnlyList<string> texts) => [.. texts.Select(text => NoticeText.Line(text))];
}
