namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>One step of an agreement as one or several texts tell it: laid to an instrument as a whole.</summary>
internal sealed class ToldEvent
{
    /// <summary>Texts of one step differ in its day by this at most: a zone, a date line, the day of the report.</summary>
    public const int NearDays = 5;

    public ToldEvent(IReadOnlyList<DossierEntry> entries, KnownAgreements known)
    {
        Entries = [.. entries.Order(EntryOrder.Instance)];
        First = Entries[0];
        Told = Entries.Where(entry => entry.IsDated).Select(entry => (ToldDay?)entry.Told).FirstOrDefault() ?? First.Told;
        IsWeak = Entries.All(entry => StageSuccession.IsWeak(entry) || entry.Denies);
        Type = InstrumentType.Of(Entries, null);
        Names = [.. Entries.SelectMany(entry => InstrumentNames.Distinctive(entry.Name, entry.Language)).Distinct(StringComparer.Ordinal)];
        Known = [.. Entries.SelectMany(entry => KnownNames.Of(entry, known)).Distinct()];
    }

    /// <summary>The entries, in the order of days; one at least.</summary>
    public IReadOnlyList<DossierEntry> Entries { get; }

    /// <summary>The first of them.</summary>
    public DossierEntry First { get; }

    /// <summary>The stage it tells.</summary>
    public AgreementStage Stage => First.Stage;

    /// <summary>The day it counts from, for the order of events.</summary>
    public DateOnly Day => First.Date;

    /// <summary>When it was, as exactly as a text tells.</summary>
    public ToldDay Told { get; }

    /// <summary>True where only passing mentions without a day tell it, or denials.</summary>
    public bool IsWeak { get; }

    /// <summary>True where no text tells it as its own news.</summary>
    public bool IsBackground => Entries.All(entry => entry.Background);

    /// <summary>True where a text gives its day or month, or says it in its title as news.</summary>
    public bool IsSure => Entries.Any(entry =>
        (entry.IsDated && entry.StatedGrain != DateGrain.Year) || (!entry.Background && entry.Quotes.Any(quote => quote.InTitle)));

    /// <summary>The type most of its texts give.</summary>
    public AgreementType Type { get; }

    /// <summary>Words that only this instrument's name has.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Known agreements that its names may mean.</summary>
    public IReadOnlyList<KnownAgreement> Known { get; }

    /// <summary>True where two days may be one step's.</summary>
    public static bool IsNear(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber) <= NearDays;
}
