using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>An article that tells of an agreement.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its address.</param>
/// <param name="Rank">What it is as a source.</param>
/// <param name="Agency">News agency whose copy it is; null for none.</param>
/// <param name="ReportedOn">Its day.</param>
/// <param name="Stage">The stage it tells.</param>
/// <param name="StatedDate">The day it gives for that, past or to come, or the first day of the month or year; null where it gives none.</param>
/// <param name="StatedGrain">How exactly it gives that; null where it gives none.</param>
/// <param name="Background">True where it tells it as background to its own news.</param>
/// <param name="Standing">Whether it counts, and on whose word.</param>
/// <param name="Decision">The analyst's decision behind that; null for none.</param>
/// <param name="Evidence">The sentences that prove it.</param>
public sealed record SourceRecord(
    string Article,
    string Title,
    Uri Address,
    SourceRank Rank,
    string? Agency,
    DateOnly ReportedOn,
    AgreementStage Stage,
    DateOnly? StatedDate,
    DateGrain? StatedGrain,
    bool Background,
    EntryStanding Standing,
    EntryDecision? Decision,
    IReadOnlyList<string> Evidence)
{
    /// <summary>Reads an entry.</summary>
    public static SourceRecord Of(DossierEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(
            entry.Article,
            entry.Title,
            entry.Address,
            SourceJudge.RankOf(entry),
            entry.Agency,
            entry.ReportedOn,
            entry.Stage,
            entry.StatedDate,
            entry.StatedDate is null ? null : entry.StatedGrain,
            entry.Background,
            entry.Standing,
            entry.Decision,
            [.. entry.Quotes.Select(quote => quote.Text)]);
    }
}
