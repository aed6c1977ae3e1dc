namespace NewsWatch.TrackAgreement.Pages;

/// <summary>The dossiers of a page as they are stored for readers.</summary>
internal static class PageDossiers
{
    /// <summary>A dossier for each id of the page: of an id that leads to another only that.</summary>
    public static IReadOnlyList<Dossier> Of(LedgerPage page, PageFold fold) => [.. page.Headings.Select(heading => Of(heading, page, fold))];

    private static Dossier Of(PageHeading heading, LedgerPage page, PageFold fold)
    {
        var instrument = fold.Of(heading.Id)!;
        if (instrument.Id != heading.Id)
            return new()
            {
                Id = heading.Id,
                Type = instrument.Type,
                Parties = instrument.Parties,
                OpenedAt = instrument.Entries.Min(entry => entry.FiledAt),
                MergedInto = instrument.Id,
                Changes = heading.Changes,
                Page = page.Key,
                Version = heading.Version,
            };
        var aliases = page.Headings.Where(other => other.Id != heading.Id && fold.Of(other.Id) == instrument).ToList();
        var filed = page.Entries.Select((entry, index) => (entry.Key, index)).GroupBy(pair => pair.Key, pair => pair.index, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return new()
        {
            Id = heading.Id,
            Type = instrument.Type,
            Parties = instrument.Parties,
            OpenedAt = instrument.Entries.Min(entry => entry.FiledAt),
            GivenName = heading.GivenName,
            Known = instrument.Known,
            Entries = [.. instrument.Entries.OrderBy(entry => filed[entry.Key])],
            Developments = [.. page.Developments.Where(noticed => fold.Of(noticed.Development.Agreement) == instrument)],
            Aliases = [.. aliases.Where(alias => alias.IsHeld).Select(alias => alias.Id)],
            Changes = [.. heading.Changes.Concat(aliases.SelectMany(alias => alias.Changes)).Distinct().OrderBy(change => change.At)],
            Notes = [.. heading.Notes.Concat(aliases.SelectMany(alias => alias.Notes)).Distinct().OrderBy(note => note.At)],
            Watchers = [.. heading.Watchers.Concat(aliases.SelectMany(alias => alias.Watchers)).Distinct(StringComparer.Ordinal)],
            Page = page.Key,
            Version = heading.Version,
        };
    }
}
