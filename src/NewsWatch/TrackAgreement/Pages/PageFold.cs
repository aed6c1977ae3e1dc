using NewsWatch.TrackAgreement.Resolving;

namespace NewsWatch.TrackAgreement.Pages;

/// <summary>A page folded to its instruments, each under its id. Pure: the same page and the same known agreements give the same.</summary>
internal sealed class PageFold
{
    private readonly Dictionary<string, PageInstrument> byId = new(StringComparer.Ordinal);

    private PageFold()
    {
    }

    /// <summary>The instruments, in the order of their lives; those of which nothing stands come last.</summary>
    public IReadOnlyList<PageInstrument> Instruments { get; private set; } = [];

    /// <summary>The page's headings, with those that new instruments got.</summary>
    public IReadOnlyList<PageHeading> Headings { get; private set; } = [];

    /// <summary>The instrument an id leads to; null where there is none.</summary>
    public PageInstrument? Of(string id) => byId.GetValueOrDefault(id);

    /// <summary>Folds a page.</summary>
    public static PageFold Of(LedgerPage page, KnownAgreements known) => OfTold(page, PageInstruments.Of(page, known));

    /// <summary>Folds a page whose instruments are told apart already; they are left as they are.</summary>
    public static PageFold OfTold(LedgerPage page, IReadOnlyList<PageInstrument> told)
    {
        var fold = new PageFold();
        var instruments = told.Select(one => one.Copy()).ToList();
        fold.Name(page, instruments);
        foreach (var ruling in page.Rulings.Where(ruling => ruling is { Stands: true, Kind: PageRulingKind.Merged }))
            fold.Merge(ruling.From, ruling.Into);
        fold.Instruments = [.. instruments.Where(instrument => fold.byId.ContainsValue(instrument))];
        return fold;
    }

    private void Name(LedgerPage page, IReadOnlyList<PageInstrument> instruments)
    {
        // A split gives its ids to entries, whatever their parties: an analyst may have merged dossiers of different ones before.
        foreach (var instrument in instruments)
            if (instrument.Label is { } label)
            {
                if (Of(label) is { } first)
                    first.Entries.AddRange(instrument.Entries);
                Give(label, Of(label) ?? instrument);
            }
        foreach (var heading in page.Headings.Where(heading => heading.IsHeld && !byId.ContainsKey(heading.Id)))
            if (At(heading.Anchor, instruments) is { } instrument)
                Give(heading.Id, instrument);
        var headings = page.Headings.ToList();
        foreach (var instrument in instruments.Where(instrument => instrument is { Id: null, Label: null }))
        {
            var id = Free(AgreementId.Of(instrument.Type, instrument.Parties));
            Give(id, instrument);
            var anchor = instrument.Entries.Order(EntryOrder.Instance).OrderByDescending(entry => entry.Stands).First().Key;
            var index = headings.FindIndex(heading => heading.Id == id);
            if (index < 0)
                headings.Add(new(id, anchor));
            else if (!headings[index].IsHeld)
                headings[index] = headings[index] with { Anchor = anchor };
        }
        // An id that nothing has any more leads to where its entry went.
        foreach (var heading in headings.Where(heading => !byId.ContainsKey(heading.Id)))
            if (At(heading.Anchor, instruments) is { } instrument)
                byId[heading.Id] = instrument;
        Headings = headings;
    }

    private void Give(string id, PageInstrument instrument)
    {
        byId[id] = instrument;
        instrument.Id ??= id;
    }

    private string Free(string first)
    {
        var number = 1;
        while (byId.ContainsKey(AgreementId.OfNumber(first, number)))
            number++;
        return AgreementId.OfNumber(first, number);
    }

    private void Merge(string from, string into)
    {
        // What was merged and then split off again stays apart.
        if (Of(from) is not { } source || Of(into) is not { } target || source == target || (source.Label is { } label && label != from))
            return;
        target.Entries.AddRange(source.Entries);
        foreach (var id in byId.Where(pair => pair.Value == source).Select(pair => pair.Key).ToList())
            byId[id] = target;
    }

    /// <summary>The instrument an entry is with; where its article was read again, that of the article's entry of the same type.</summary>
    private static PageInstrument? At(string anchor, IReadOnlyList<PageInstrument> instruments)
        => instruments.FirstOrDefault(instrument => instrument.Entries.Exists(entry => entry.Key == anchor));
}
