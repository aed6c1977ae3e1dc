namespace NewsWatch.TrackAgreement;

/// <summary>A stretch of an agreement's life at one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Since">The day by which it was reached, as far as the articles tell.</param>
/// <param name="ReachedBy">The entry that says so first.</param>
/// <param name="Entries">Standing entries that say the same, the one that says so first in front.</param>
public sealed record StageRun(AgreementStage Stage, DateOnly Since, DossierEntry ReachedBy, IReadOnlyList<DossierEntry> Entries)
{
    // A meeting's report may mention in passing what is the news of another article some days later.
    private const int NewsDays = 14;

    /// <summary>True where an article told it as its own news when it was new, within two weeks of <see cref="Since"/>.</summary>
    public bool IsNews => News is not null;

    /// <summary>The entry that told it as news first; null where it was known from passing mentions before anyone did.</summary>
    public DossierEntry? News => Entries.FirstOrDefault(entry => !entry.Background && entry.Date <= Since.AddDays(NewsDays));

    /// <summary>When it was reached, as exactly as the first entry tells.</summary>
    public ToldDay Told => ReachedBy.Told;

    /// <summary>True where a text gives the day; else it is the day of the first article.</summary>
    public bool IsDated => ReachedBy.IsDated;

    /// <summary>Days that texts give for it, where they differ: of months and years the first day, and only where both cannot be right. Else empty.</summary>
    public IReadOnlyList<DateOnly> DisputedDates
    {
        get
        {
            var told = Entries.Where(entry => entry.IsDated).Select(entry => entry.Told).Distinct().ToList();
            return [.. told.Where(one => told.Exists(other => !one.Overlaps(other))).Select(one => one.First).Distinct().Order()];
        }
    }
}
