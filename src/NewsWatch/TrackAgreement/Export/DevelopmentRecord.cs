using System.Text.Json.Serialization;

namespace NewsWatch.TrackAgreement.Export;

/// <summary>A development as it is listed.</summary>
/// <param name="Id">Its id, the same in the alert.</param>
/// <param name="Agreement">Id of the dossier it belongs to now.</param>
/// <param name="Type">Kind of instrument.</param>
/// <param name="Parties">Codes of the parties, sorted.</param>
/// <param name="Stage">The stage it moved to; of a correction the stage that stands now.</param>
/// <param name="Previous">The stage before, of a correction the one taken back; null for an agreement not known before.</param>
/// <param name="Article">Id of the article that told it, or that took it back.</param>
/// <param name="Since">The day the stage was reached, as known when it was noticed; of a correction the day of the correction.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Kind">News, learned late, or a correction.</param>
/// <param name="Corrects">Id of the development that a correction takes back; null otherwise.</param>
public sealed record DevelopmentRecord(
    string Id,
    string Agreement,
    AgreementType Type,
    IReadOnlyList<string> Parties,
    AgreementStage Stage,
    AgreementStage? Previous,
    string Article,
    DateOnly Since,
    DateTimeOffset At,
    DevelopmentKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Corrects)
{
    /// <summary>
    /// True where it is not told yet: the second reader doubts it, and an analyst is to decide. Written only where it is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Held { get; init; }

    /// <summary>Reads a noticed development of a dossier.</summary>
    public static DevelopmentRecord Of(Dossier dossier, NoticedDevelopment noticed)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(noticed);
        var told = noticed.Development;
        return new(
            told.Id, dossier.Id, dossier.Type, dossier.Parties, told.Stage, told.Previous, told.Article, noticed.Since, told.At, told.Kind, told.Corrects);
    }
}

/// <summary>Every development of the ledger.</summary>
public sealed class DevelopmentList(DossierStore dossiers)
{
    /// <summary>Those noticed since a time (null: ever), first noticed first.</summary>
    public async Task<IReadOnlyList<DevelopmentRecord>> ReadAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var records = new List<DevelopmentRecord>();
        await foreach (var dossier in dossiers.ListAsync(cancellation))
            records.AddRange(dossier.Developments.Where(noticed => since is null || noticed.Development.At >= since)
                .Select(noticed => DevelopmentRecord.Of(dossier, noticed)));
        return [.. records.OrderBy(record => record.At).ThenBy(record => record.Id, StringComparer.Ordinal)];
    }
}
