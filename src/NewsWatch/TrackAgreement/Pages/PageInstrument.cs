namespace NewsWatch.TrackAgreement.Pages;

/// <summary>An instrument while a page is folded.</summary>
internal sealed class PageInstrument(AgreementType type, IReadOnlyList<string> parties, KnownAgreement? known, string? label)
{
    /// <summary>Kind of instrument.</summary>
    public AgreementType Type => type;

    /// <summary>Its parties, sorted.</summary>
    public IReadOnlyList<string> Parties => parties;

    /// <summary>The known agreement it is; null for another.</summary>
    public KnownAgreement? Known => known;

    /// <summary>The id an analyst's split gave it; null for one found by reading.</summary>
    public string? Label => label;

    /// <summary>Its id; null until it has one.</summary>
    public string? Id { get; set; }

    /// <summary>All its entries, standing and not.</summary>
    public List<DossierEntry> Entries { get; init; } = [];

    /// <summary>The same, to be named and added to by itself.</summary>
    public PageInstrument Copy() => new(type, parties, known, label) { Entries = [.. Entries] };

    /// <summary>Its history.</summary>
    public StageHistory History() => StageHistory.Of(Type, Entries);
}
