namespace NewsWatch.TrackAgreement.Pages;

/// <summary>An id that a dossier of a page has or had.</summary>
/// <param name="Id">The id.</param>
/// <param name="Anchor">Key of the entry it stands for: wherever that is, the id is.</param>
/// <remarks>
/// The first instrument of a type between the parties has the plain id, the others are numbered in the order of their lives. An id that was
/// told in an alert, or that an analyst used or saw when ruling on the page, is held: it stays with its anchor even where an older instrument
/// becomes known later, which then gets the next free number. An id that is not held moves with the order of lives.
/// </remarks>
public sealed record PageHeading(string Id, string Anchor)
{
    /// <summary>True where the id stays with its anchor.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Version of the page at which the dossier of this id last changed.</summary>
    public int Version { get; init; }

    /// <summary>Hash of the dossier as it was at <see cref="Version"/>.</summary>
    public string Print { get; init; } = "";

    /// <summary>Name an analyst gave the dossier; null while it goes by a known name or by the one the articles use.</summary>
    public string? GivenName { get; init; }

    /// <summary>What analysts did to the dossier, oldest first.</summary>
    public IReadOnlyList<DossierChange> Changes { get; init; } = [];

    /// <summary>Analysts' notes on the dossier, oldest first.</summary>
    public IReadOnlyList<Note> Notes { get; init => field = value ?? []; } = [];

    /// <summary>Who watches the dossier, in the order they began.</summary>
    public IReadOnlyList<string> Watchers { get; init => field = value ?? []; } = [];
}
