namespace NewsWatch.TrackAgreement.Pages;

/// <summary>
/// A page of the ledger: all that articles told of agreements between the same parties, and what analysts ruled on it. The dossiers of
/// those parties are folded from it anew with every change, so that they are the same whatever the order in which articles came. Stored
/// as <c>ledger/{key}.json</c>.
/// </summary>
public sealed record LedgerPage
{
    /// <summary>Derived from the parties; see <see cref="AgreementId.OfParties"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Counts the changes: a dossier written from an older page never takes the place of one from a newer page.</summary>
    public int Version { get; init; }

    /// <summary>What the articles say, first filed first. Nothing is ever removed: what no longer stands says so.</summary>
    public IReadOnlyList<DossierEntry> Entries { get; init; } = [];

    /// <summary>Developments noticed, first noticed first, each once.</summary>
    public IReadOnlyList<NoticedDevelopment> Developments { get; init; } = [];

    /// <summary>The ids that dossiers of this page have or had: those held first, in the order in which they were.</summary>
    public IReadOnlyList<PageHeading> Headings { get; init; } = [];

    /// <summary>What analysts ruled on which entries belong together, oldest first.</summary>
    public IReadOnlyList<PageRuling> Rulings { get; init; } = [];

    /// <summary>Keys of the pages that were joined to this one.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>Key of the page this one was joined to, when dossiers of different parties were merged; null for one that stands on its own.</summary>
    public string? JoinedTo { get; init; }
}
