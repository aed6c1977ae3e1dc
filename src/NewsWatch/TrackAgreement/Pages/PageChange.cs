using System.Text.Json;

namespace NewsWatch.TrackAgreement.Pages;

/// <summary>
/// A change to a page with all that follows from it: the instruments told apart anew, developments noticed, ids held, and the dossiers
/// that changed marked. Pure, so that a store may apply it again when another writer came between.
/// </summary>
/// <param name="Known">The agreements known beforehand.</param>
/// <param name="LateAfterDays">A stage reached more days before now is learned late.</param>
/// <param name="Now">When.</param>
/// <param name="FiledBy">Id of the article whose filing it is; null for an analyst's ruling.</param>
internal sealed record PageChange(KnownAgreements Known, int LateAfterDays, DateTimeOffset Now, string? FiledBy)
{
    private (LedgerPage Page, IReadOnlyList<PageInstrument> Instruments)? told;

    /// <summary>The page after the change; the very one given where nothing comes of it or the page was joined to another.</summary>
    public LedgerPage? ApplyTo(LedgerPage? page, string key, Func<LedgerPage, LedgerPage> change)
    {
        if (page is { JoinedTo: not null })
            return page;
        var changed = change(page ?? new LedgerPage { Key = key });
        if (page is null && changed.Entries.Count == 0)
            return null;
        if (page is not null && changed.Rulings.Count > page.Rulings.Count)
            changed = HoldShown(changed, FoldOf(page));
        changed = InOrderHeld(changed, page);
        var fold = FoldOf(changed);
        var noticing = new PageDevelopments(FiledBy, LateAfterDays, Now).Notice(changed with { Headings = fold.Headings }, fold);
        var noticed = InOrderHeld(Hold(noticing), changed);
        var after = Stamp(noticed, FoldOf(noticed));
        return page is not null && Serialize(page) == Serialize(after with { Version = page.Version }) ? page : after;
    }

    /// <summary>The fold of a page. Instruments depend on entries and rulings alone: those of the page folded last are not told apart again.</summary>
    public PageFold FoldOf(LedgerPage page)
    {
        if (told is not { } last || !ReferenceEquals(last.Page.Entries, page.Entries) || !ReferenceEquals(last.Page.Rulings, page.Rulings))
            told = last = (page, PageInstruments.Of(page, Known));
        return PageFold.OfTold(page, last.Instruments);
    }

    /// <summary>
    /// Whoever rules on a page rules on the ids that it showed: all of them are held from then on, or instruments told apart anew would
    /// take them from those that had them, and the ruling be undone to other ids.
    /// </summary>
    private static LedgerPage HoldShown(LedgerPage page, PageFold shown) => page with
    {
        Headings = [.. page.Headings.Select(heading => shown.Of(heading.Id)?.Id == heading.Id ? heading with { IsHeld = true } : heading)],
    };

    /// <summary>Ids newly held come behind those held before: of ids that lead to one instrument, the one held longest stays its id.</summary>
    private static LedgerPage InOrderHeld(LedgerPage page, LedgerPage? before)
    {
        var held = (before?.Headings ?? []).Where(heading => heading.IsHeld).Select(heading => heading.Id).ToHashSet(StringComparer.Ordinal);
        return page.Headings.Count(heading => heading.IsHeld) == held.Count ? page
            : page with { Headings = [.. page.Headings.OrderBy(heading => held.Contains(heading.Id) ? 0 : heading.IsHeld ? 1 : 2)] };
    }

    /// <summary>An id is held from the first development on that tells it.</summary>
    private static LedgerPage Hold(LedgerPage page) => page with
    {
        Headings =
        [
            .. page.Headings.Select(heading => heading.IsHeld ? heading
                : page.Developments.FirstOrDefault(noticed => noticed.Development.Agreement == heading.Id) is { Entry: { } entry }
                    ? heading with { IsHeld = true, Anchor = entry }
                    : heading),
        ],
    };

    /// <summary>Marks the dossiers that are otherwise than when they were last written with the page's new version.</summary>
    private static LedgerPage Stamp(LedgerPage page, PageFold fold)
    {
        var prints = PageDossiers.Of(page, fold).ToDictionary(dossier => dossier.Id, Print, StringComparer.Ordinal);
        return page with
        {
            Version = page.Version + 1,
            Headings =
            [
                .. page.Headings.Select(heading => heading.Print == prints[heading.Id] ? heading
                    : heading with { Print = prints[heading.Id], Version = page.Version + 1 }),
            ],
        };
    }

    private static string Print(Dossier dossier)
        => ArticleId.Hash(JsonSerializer.SerializeToUtf8Bytes(dossier with { Version = 0 }, LedgerJson.Default.Dossier));

    private static string Serialize(LedgerPage page) => JsonSerializer.Serialize(page, LedgerJson.Default.LedgerPage);
}
