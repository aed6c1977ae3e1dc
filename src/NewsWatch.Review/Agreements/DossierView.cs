using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>A dossier and what its page shows of it.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Page">Page of its timeline.</param>
/// <param name="Alike">Other dossiers of the same parties, which it may be one with.</param>
/// <param name="Today">Today, in UTC.</param>
/// <param name="Name">The name the reader decides under.</param>
public sealed record DossierView(Dossier Dossier, int Page, IReadOnlyList<AgreementRow> Alike, DateOnly Today, string Name)
{
    /// <summary>Why what was asked for was not done; null where nothing was asked.</summary>
    public string? Problem { get; init; }

    /// <summary>What was done just now; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>Id of the dossier of other parties that it was to be merged into, to be asked once more; null for none.</summary>
    public string? AskedToMerge { get; init; }

    /// <summary>Its stages.</summary>
    public StageHistory History { get; } = StageHistory.Of(Dossier);

    /// <summary>The page of its timeline.</summary>
    internal Timeline Timeline => Timeline.Of(History, Page);
}
