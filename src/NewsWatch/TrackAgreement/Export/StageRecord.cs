using System.Text.Json.Serialization;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>A stage of an agreement's life, with who says so.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Since">The day it was reached, as far as the articles tell: the first day of the month or year where they tell no more.</param>
/// <param name="SinceGrain">How exactly that is told.</param>
/// <param name="SinceIsStated">True where a text gives that day; else it is the first article's.</param>
/// <param name="DisputedDates">Days that texts give for it, where they differ; else empty.</param>
/// <param name="News">True where it was told as news when it was new, false where it is known from passing mentions.</param>
/// <param name="Origins">How many independent origins say so: one story, one agency and one outlet count once each.</param>
/// <param name="Governments">Parties whose governments say so themselves.</param>
/// <param name="Sources">The articles, best source first.</param>
public sealed record StageRecord(
    AgreementStage Stage,
    DateOnly Since,
    DateGrain SinceGrain,
    bool SinceIsStated,
    IReadOnlyList<DateOnly> DisputedDates,
    bool News,
    int Origins,
    IReadOnlyList<string> Governments,
    IReadOnlyList<SourceRecord> Sources)
{
    /// <summary>True where the governments of two or more parties say so.</summary>
    public bool BothGovernments => Governments.Count >= 2;

    /// <summary>Since when, as exactly as it is told.</summary>
    [JsonIgnore]
    public ToldDay Told => new(Since, SinceGrain);

    /// <summary>Reads a run.</summary>
    public static StageRecord Of(StageRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(
            run.Stage,
            run.Told.First,
            run.Told.Grain,
            run.IsDated,
            run.DisputedDates,
            run.IsNews,
            Corroboration.Origins(run.Entries).Count,
            Corroboration.Governments(run.Entries),
            [.. SourceJudge.BestFirst(run.Entries).Select(SourceRecord.Of)]);
    }
}
