using NewsWatch.TrackAgreement.Known;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.TrackAgreement;

/// <summary>What an analyst does to dossiers by hand: kept on their page, so that they stand whatever comes later.</summary>
public sealed class DossierEditor(
    DossierStore dossiers, LedgerPageStore pages, LedgerWriter ledger, KnownAgreementStore knownAgreements, TimeProvider time)
{
    /// <summary>Most UTF-16 code units of a name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Gives a dossier a name of its own; an empty one gives it back the name it had without.</summary>
    public async Task<DossierOutcome> RenameAsync(string id, string name, string by, CancellationToken cancellation)
    {
        var given = name.Trim();
        if (string.IsNullOrWhiteSpace(by))
            return new DossierOutcome.Refused("Say who renames it.");
        if (given.Length > MaxNameLength)
            return new DossierOutcome.Refused($"A name has at most {MaxNameLength} characters.");
        if (await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return new DossierOutcome.NotFound(id);
        var change = new DossierChange(DossierChangeKind.Renamed, dossier.Name, given, by.Trim(), time.GetUtcNow());
        await ChangeAsync(dossier, page => PageRulings.Rename(page, dossier.Id, change), cancellation);
        return await ChangedAsync(dossier.Id, cancellation);
    }

    /// <summary>Adds a note to a dossier; sent twice, it is kept once.</summary>
    public async Task<DossierOutcome> NoteAsync(string id, string text, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Note.Fault(text, by) is { } fault)
            return new DossierOutcome.Refused(fault);
        if (await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return new DossierOutcome.NotFound(id);
        var note = new Note(text.Trim(), by.Trim(), time.GetUtcNow());
        await ChangeAsync(dossier, page => PageRulings.Write(page, dossier.Id, note), cancellation);
        return await ChangedAsync(dossier.Id, cancellation);
    }

    /// <summary>Watches a dossier for somebody, or no more; those it was merged from as well.</summary>
    public async Task<DossierOutcome> WatchAsync(string id, string who, bool begins, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(who))
            return new DossierOutcome.Refused("Say who watches it.");
        if (await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return new DossierOutcome.NotFound(id);
        string[] ids = begins ? [dossier.Id] : [dossier.Id, .. dossier.Aliases];
        await ChangeAsync(dossier, page => ids.Aggregate(page, (now, one) => PageRulings.Watch(now, one, who.Trim(), begins)), cancellation);
        return await ChangedAsync(dossier.Id, cancellation);
    }

    /// <summary>
    /// Merges one dossier into another: they are one instrument, and what articles tell of the one is filed under the other from now on.
    /// Asked again, as after a failure half-way, it completes what was begun.
    /// </summary>
    /// <param name="from">Id of the dossier that goes into another.</param>
    /// <param name="into">Id of the dossier that stays.</param>
    /// <param name="by">Who.</param>
    /// <param name="ofOtherParties">True to merge them even where their parties differ.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<DossierOutcome> MergeAsync(string from, string into, string by, bool ofOtherParties, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by))
            return new DossierOutcome.Refused("Say who merges them.");
        if (await dossiers.ReadOwnAsync(from, cancellation) is not { } source)
            return new DossierOutcome.NotFound(from);
        if (await dossiers.ReadAsync(into, cancellation) is not { } target)
            return new DossierOutcome.NotFound(into);
        if (source.Id == target.Id)
            return new DossierOutcome.Refused($"{from} and {into} are the same dossier.");
        if (source.MergedInto is { } elsewhere && elsewhere != target.Id)
            return new DossierOutcome.Refused($"{from} was merged into {elsewhere} before: merge that one.");
        if (!ofOtherParties && !source.Parties.SequenceEqual(target.Parties, StringComparer.Ordinal))
            return new DossierOutcome.OfOtherParties(source.Parties, target.Parties);

        if (!await JoinAsync(source.Page, target.Page, cancellation))
            return new DossierOutcome.Refused($"{from} or {into} was merged with another dossier meanwhile: look at it again.");
        var ruling = new PageRuling(PageRulingKind.Merged, source.Id, target.Id, by.Trim(), time.GetUtcNow());
        var page = await ChangeAsync(target, found => PageRulings.Merge(found, ruling), cancellation);
        return page?.Rulings.Any(one => one.Stands && one.From == source.Id && one.Into == target.Id) == true
            ? await ChangedAsync(target.Id, cancellation)
            : new DossierOutcome.Refused($"{from} and {into} are the same dossier by now.");
    }

    /// <summary>
    /// Splits what some articles tell off a dossier: they are two instruments, whatever they are called, and later articles go to the one
    /// they fit.
    /// </summary>
    public async Task<DossierOutcome> SplitAsync(string id, IReadOnlyCollection<string> articles, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by))
            return new DossierOutcome.Refused("Say who splits it.");
        if (await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return new DossierOutcome.NotFound(id);
        if (articles.FirstOrDefault(article => dossier.Entries.All(entry => entry.Article != article)) is { } stranger)
            return new DossierOutcome.Refused($"{stranger} is no article of {dossier.Id}.");
        var moved = dossier.Entries.Where(entry => articles.Contains(entry.Article)).Select(entry => entry.Key).ToList();
        var stayed = dossier.Entries.Select(entry => entry.Key).Except(moved, StringComparer.Ordinal).ToList();
        if (moved.Count == 0 || stayed.Count == 0)
            return new DossierOutcome.Refused("Name some of the dossier's articles, not none and not all.");
        var ruling = new PageRuling(PageRulingKind.Split, dossier.Id, "", by.Trim(), time.GetUtcNow()) { Moved = moved, Stayed = stayed };
        var first = AgreementId.Of(dossier.Type, dossier.Parties);
        var page = await ChangeAsync(dossier, found => PageRulings.Split(found, ruling, first), cancellation);
        return page is not null && PageRulings.MadeOf(page, ruling) is { } made
            ? await ChangedAsync(made.Into, cancellation)
            : new DossierOutcome.Refused($"{dossier.Id} was changed meanwhile: look at it again.");
    }

    /// <summary>Undoes the last merger or split that a dossier was part of.</summary>
    public async Task<DossierOutcome> UndoAsync(string id, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by))
            return new DossierOutcome.Refused("Say who undoes it.");
        if (await dossiers.ReadOwnAsync(id, cancellation) is not { } dossier)
            return new DossierOutcome.NotFound(id);
        var page = await pages.ReadAsync(dossier.Page, cancellation);
        if (page?.Rulings.LastOrDefault(one => one.Stands && (one.From == id || one.Into == id)) is not { } last)
            return new DossierOutcome.Refused($"{id} was neither merged nor split.");
        await ChangeAsync(dossier, found => PageRulings.Undo(found, last, by.Trim(), time.GetUtcNow()), cancellation);
        return await ChangedAsync(id, cancellation);
    }

    /// <summary>Joins the pages of dossiers of different parties, so that they can be folded together; false where another came between.</summary>
    private async Task<bool> JoinAsync(string from, string into, CancellationToken cancellation)
    {
        var known = await knownAgreements.ReadAsync(cancellation);
        if (await pages.ReadAsync(from, cancellation) is not { } source || await pages.ReadAsync(into, cancellation) is not { } target)
            return false;
        if (source.Key == target.Key)
            return true;
        // The target first, so that nothing is out of sight when the source steps back; then what was filed in between.
        if (await ledger.ChangeAsync(target.Key, found => PageJoin.Absorb(found, source), known, null, cancellation) is not { JoinedTo: null })
            return false;
        source = await pages.UpdateAsync(source.Key, found => PageJoin.StepBack(found, target.Key), cancellation);
        return source?.JoinedTo == target.Key
            && await ledger.ChangeAsync(target.Key, found => PageJoin.Absorb(found, source), known, null, cancellation) is { JoinedTo: null };
    }

    private async Task<LedgerPage?> ChangeAsync(Dossier dossier, Func<LedgerPage, LedgerPage> change, CancellationToken cancellation)
    {
        var known = await knownAgreements.ReadAsync(cancellation);
        while (true)
        {
            var key = await ledger.PageOfAsync(dossier.Page, cancellation);
            if (await ledger.ChangeAsync(key, change, known, null, cancellation) is not { JoinedTo: not null })
                return await pages.ReadAsync(key, cancellation);
        }
    }

    private async Task<DossierOutcome> ChangedAsync(string id, CancellationToken cancellation)
        => await dossiers.ReadAsync(id, cancellation) is { } dossier ? new DossierOutcome.Changed(dossier) : new DossierOutcome.NotFound(id);
}
