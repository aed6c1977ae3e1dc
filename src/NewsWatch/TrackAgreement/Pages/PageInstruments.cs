using NewsWatch.TrackAgreement.Resolving;

namespace NewsWatch.TrackAgreement.Pages;

/// <summary>Tells the instruments of a page apart, before they have ids.</summary>
internal static class PageInstruments
{
    /// <summary>The instruments in the order of their lives, then those of which nothing stands.</summary>
    public static IReadOnlyList<PageInstrument> Of(LedgerPage page, KnownAgreements known)
    {
        var labels = Labels(page.Rulings);
        var resolver = new InstrumentResolver(known);
        var instruments = page.Entries.Where(entry => entry.Stands)
            .GroupBy(entry => string.Join('-', KnownNames.PartiesOf(entry, known)), StringComparer.Ordinal)
            .SelectMany(same => resolver.Resolve([.. same], KnownNames.PartiesOf(same.First(), known), labels)
                .Select(strand => Instrument(strand, KnownNames.PartiesOf(same.First(), known))))
            .OrderBy(instrument => instrument.Entries[0], EntryOrder.Instance)
            .ToList();
        foreach (var entry in page.Entries.Where(entry => !entry.Stands).Order(EntryOrder.Instance))
            Home(entry, instruments, labels).Entries.Add(entry);
        return instruments;
    }

    private static PageInstrument Instrument(Strand strand, IReadOnlyList<string> parties)
        => new(strand.Type, parties, strand.Known, strand.Label)
        {
            Entries = [.. strand.Events.SelectMany(told => told.Entries).Order(EntryOrder.Instance)],
        };

    /// <summary>The ids that splits gave entries; a later split goes over an earlier one.</summary>
    private static Dictionary<string, string> Labels(IReadOnlyList<PageRuling> rulings)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ruling in rulings.Where(ruling => ruling is { Stands: true, Kind: PageRulingKind.Split }))
        {
            foreach (var key in ruling.Stayed)
                labels[key] = ruling.From;
            foreach (var key in ruling.Moved)
                labels[key] = ruling.Into;
        }
        return labels;
    }

    /// <summary>
    /// Where an entry that does not stand is shown: with what its article tells now of the same type or its kin, else with the instrument
    /// of its type that was nearest in time, else by itself.
    /// </summary>
    private static PageInstrument Home(DossierEntry entry, List<PageInstrument> instruments, Dictionary<string, string> labels)
    {
        var home = labels.TryGetValue(entry.Key, out var label)
            ? instruments.Find(instrument => instrument.Label == label)
            : instruments.Where(instrument => instrument.Parties.SequenceEqual(entry.Parties, StringComparer.Ordinal)
                    && instrument.Entries.Exists(one => AgreementKin.Between(one.Type, entry.Type) >= TypeNearness.Kin))
                .OrderByDescending(instrument => instrument.Entries.Exists(one => one.Stands && one.Article == entry.Article))
                .ThenByDescending(instrument => instrument.Entries.Exists(one => one.Type == entry.Type))
                .ThenBy(instrument => instrument.Entries.Min(one => Math.Abs(one.Date.DayNumber - entry.Date.DayNumber)))
                .FirstOrDefault();
        if (home is null)
            instruments.Add(home = new(entry.Type, entry.Parties, null, label));
        return home;
    }
}
