using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>A dossier's timeline, newest first, cut into pages.</summary>
/// <param name="Runs">Stages of this page with the entries that fall on it, the latest report first.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
internal sealed record Timeline(IReadOnlyList<(StageRun Run, IReadOnlyList<DossierEntry> Entries)> Runs, int Number, int Pages)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 25;

    /// <summary>A page of a history.</summary>
    public static Timeline Of(StageHistory history, int page)
    {
        var all = history.Runs.Reverse()
            .SelectMany(run => run.Entries.OrderByDescending(entry => entry.ReportedOn).Select(entry => (Run: run, Entry: entry)))
            .ToList();
        var cut = ListPage.Of(all, page, PageSize);
        return new(
            [.. cut.Rows.GroupBy(row => row.Run, ReferenceEqualityComparer.Instance).Select(same
                => ((StageRun)same.Key!, (IReadOnlyList<DossierEntry>)[.. same.Select(row => row.Entry)]))],
            cut.Number,
            cut.Pages);
    }
}
