namespace NewsWatch.TrackAgreement.Pages;

/// <summary>How a page takes in what one article tells. Pure.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Entries">What it tells of agreements of this page now; empty where it no longer tells any.</param>
/// <param name="Now">When.</param>
internal sealed record PageFiling(string Article, IReadOnlyList<DossierEntry> Entries, DateTimeOffset Now)
{
    /// <summary>The page with the article's entries in the place of its earlier ones; earlier ones without a successor stay as withdrawn.</summary>
    public LedgerPage On(LedgerPage page)
    {
        var filed = page.Entries;
        var own = filed.Where(entry => entry.Article == Article).ToList();
        var next = Entries.Select(entry => entry with { FiledAt = own.Find(known => known.Key == entry.Key)?.FiledAt ?? Now }).ToList();
        var past = own
            .Where(known => !next.Exists(entry => known.Key == entry.Key))
            .Select(known => known.Stands ? known with { Standing = EntryStanding.Withdrawn } : known);
        var first = filed.TakeWhile(entry => entry.Article != Article).Count();
        var others = filed.Where(entry => entry.Article != Article).ToList();
        return page with { Entries = [.. others.Take(first), .. past, .. next, .. others.Skip(first)] };
    }
}
