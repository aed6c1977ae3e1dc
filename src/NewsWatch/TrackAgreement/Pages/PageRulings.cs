namespace NewsWatch.TrackAgreement.Pages;

/// <summary>What analysts' rulings make of a page. Pure; a ruling given again changes nothing.</summary>
internal static class PageRulings
{
    /// <summary>A dossier's name, or none.</summary>
    public static LedgerPage Rename(LedgerPage page, string id, DossierChange change)
    {
        var name = change.To.Length == 0 ? null : change.To;
        return page.Headings.Any(heading => heading.Id == id && heading.GivenName != name)
            ? Change(page, [id], change, heading => heading with { GivenName = name })
            : page;
    }

    /// <summary>A note on a dossier, whose id is held from then on.</summary>
    public static LedgerPage Write(LedgerPage page, string id, Note note)
        => On(page, id, heading => heading with { Notes = Note.Add(heading.Notes, note) });

    /// <summary>Somebody watches a dossier, whose id is held from then on, or watches it no more.</summary>
    public static LedgerPage Watch(LedgerPage page, string id, string who, bool begins) => On(page, id, heading => heading with
    {
        Watchers = begins ? [.. heading.Watchers.Append(who).Distinct(StringComparer.Ordinal)] : [.. heading.Watchers.Where(one => one != who)],
    });

    /// <summary>Two dossiers are one.</summary>
    public static LedgerPage Merge(LedgerPage page, PageRuling ruling)
    {
        var merged = page.Rulings.Where(one => one.Stands && one.Kind == PageRulingKind.Merged).ToDictionary(one => one.From, one => one.Into, StringComparer.Ordinal);
        var end = ruling.Into;
        for (var hops = 0; merged.TryGetValue(end, out var next) && hops < merged.Count; hops++)
            end = next;
        // Merged before, or the other way round: each would lead to the other.
        if (merged.ContainsKey(ruling.From) || end == ruling.From)
            return page;
        return Change(page, [ruling.From, ruling.Into], Told(ruling, DossierChangeKind.Merged)) with { Rulings = [.. page.Rulings, ruling] };
    }

    /// <summary>One dossier is two; the one split off gets the next free number.</summary>
    public static LedgerPage Split(LedgerPage page, PageRuling ruling, string first)
    {
        if (page.Rulings.Any(one => IsSame(one, ruling) && !IsMergedSince(page, one)))
            return page;
        var number = 1;
        while (page.Headings.Any(heading => heading.Id == AgreementId.OfNumber(first, number)))
            number++;
        var into = AgreementId.OfNumber(first, number);
        var made = ruling with { Into = into };
        var headed = page with { Headings = [.. page.Headings, new(into, ruling.Moved[0])], Rulings = [.. page.Rulings, made] };
        return Change(headed, [ruling.From, into], Told(made, DossierChangeKind.Split));
    }

    /// <summary>The standing split that did what a ruling asks for, the last of them; null where there is none.</summary>
    public static PageRuling? MadeOf(LedgerPage page, PageRuling ruling) => page.Rulings.LastOrDefault(one => IsSame(one, ruling));

    /// <summary>A ruling stands no more.</summary>
    public static LedgerPage Undo(LedgerPage page, PageRuling ruling, string by, DateTimeOffset at)
    {
        if (page.Rulings.FirstOrDefault(one => one.Stands && one.Kind == ruling.Kind && one.From == ruling.From && one.Into == ruling.Into) is not { } found)
            return page;
        var undone = page with { Rulings = [.. page.Rulings.Select(one => ReferenceEquals(one, found) ? one with { UndoneAt = at } : one)] };
        return Change(undone, [ruling.From, ruling.Into], new(DossierChangeKind.Undone, ruling.From, ruling.Into, by, at));
    }

    private static bool IsSame(PageRuling one, PageRuling split)
        => one is { Stands: true, Kind: PageRulingKind.Split } && one.From == split.From && one.Moved.SequenceEqual(split.Moved, StringComparer.Ordinal);

    /// <summary>True where what was split off was merged afterwards, so that the same split asked again is another.</summary>
    private static bool IsMergedSince(LedgerPage page, PageRuling split)
        => page.Rulings.SkipWhile(one => !ReferenceEquals(one, split))
            .Any(one => one is { Stands: true, Kind: PageRulingKind.Merged } && (one.From == split.Into || one.Into == split.Into));

    private static LedgerPage On(LedgerPage page, string id, Func<PageHeading, PageHeading> change)
        => page with { Headings = [.. page.Headings.Select(heading => heading.Id == id ? change(heading) with { IsHeld = true } : heading)] };

    private static DossierChange Told(PageRuling ruling, DossierChangeKind kind) => new(kind, ruling.From, ruling.Into, ruling.By, ruling.At);

    /// <summary>Notes a change on its dossiers; their ids are held from then on.</summary>
    private static LedgerPage Change(LedgerPage page, string[] ids, DossierChange change, Func<PageHeading, PageHeading>? also = null) => page with
    {
        Headings =
        [
            .. page.Headings.Select(heading => !ids.Contains(heading.Id, StringComparer.Ordinal) ? heading
                : (also?.Invoke(heading) ?? heading) with { IsHeld = true, Changes = [.. heading.Changes, change] }),
        ],
    };
}
