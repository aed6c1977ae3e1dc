using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>A dossier as it is shown and exported: its stages, the sources of each, and what does not fit.</summary>
/// <param name="Id">Id of the dossier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">Parties with their codes.</param>
/// <param name="Stage">The stage it is at; null where nothing stands.</param>
/// <param name="Since">Since when: the day, or the first day of the month or year told; null where nothing stands.</param>
/// <param name="OpenedAt">When the first article was filed.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="Aliases">Ids of dossiers merged into it.</param>
/// <param name="Stages">Stages it went through, oldest first.</param>
/// <param name="Contradictions">What says something else: kept, and shown.</param>
/// <param name="NotStanding">What was dismissed, corrected or withdrawn.</param>
public sealed record AgreementRecord(
    string Id,
    string Name,
    AgreementType Type,
    IReadOnlyList<Party> Parties,
    AgreementStage? Stage,
    DateOnly? Since,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<StageRecord> Stages,
    IReadOnlyList<SourceRecord> Contradictions,
    IReadOnlyList<SourceRecord> NotStanding)
{
    /// <summary>Reads a dossier.</summary>
    public static AgreementRecord Of(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var history = StageHistory.Of(dossier);
        return new(
            dossier.Id,
            dossier.Name,
            dossier.Type,
            [.. dossier.Parties.Select(PartyTable.Of)],
            history.Current?.Stage,
            history.Current?.Told.First,
            dossier.OpenedAt,
            ChangedAtOf(dossier),
            dossier.Aliases,
            [.. history.Runs.Select(StageRecord.Of)],
            [.. SourceJudge.BestFirst(history.Contradictions).Select(SourceRecord.Of)],
            [.. dossier.Entries.Where(entry => !entry.Stands).Select(SourceRecord.Of)]);
    }

    private static DateTimeOffset ChangedAtOf(Dossier dossier) => dossier.Entries.Select(entry => entry.FiledAt)
        .Concat(dossier.Entries.Select(entry => entry.Decision?.At ?? default))
        .Concat(dossier.Changes.Select(change => change.At))
        .Append(dossier.OpenedAt)
        .Max();
}
