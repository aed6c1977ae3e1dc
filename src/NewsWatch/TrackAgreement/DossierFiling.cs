using System.Text.Json;

namespace NewsWatch.TrackAgreement;

/// <summary>How a dossier takes in what one article tells. Pure, so that a store may apply it again when another writer came between.</summary>
/// <param name="Id">Id of the dossier.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="Entries">What it tells of this agreement now; empty where it no longer tells anything of it.</param>
/// <param name="Now">When.</param>
internal sealed record DossierFiling(string Id, string Article, IReadOnlyList<DossierEntry> Entries, DateTimeOffset Now)
{
    /// <summary>The dossier with the article filed; the very one given where that changes nothing or it was merged into another.</summary>
    public Dossier? ApplyTo(Dossier? dossier)
    {
        if (dossier is { MergedInto: not null })
            return dossier;
        if (dossier is null && Entries.Count == 0)
            return null;
        var before = dossier ?? new Dossier { Id = Id, Type = Entries[0].Type, Parties = Entries[0].Parties, OpenedAt = Now };
        var after = Notice(before with { Entries = Replace(before.Entries) });
        return dossier is not null && Serialize(dossier) == Serialize(after) ? dossier : after;
    }

    /// <summary>The article's entries take the place of its earlier ones; earlier ones without a successor stay as withdrawn.</summary>
    private DossierEntry[] Replace(IReadOnlyList<DossierEntry> filed)
    {
        var own = filed.Where(entry => entry.Article == Article).ToList();
        var next = Entries.Select(entry => entry with { FiledAt = own.Find(known => known.Tells(entry))?.FiledAt ?? Now }).ToList();
        var past = own
            .Where(known => !next.Exists(entry => known.Tells(entry)))
            .Select(known => known.Stands ? known with { Standing = EntryStanding.Withdrawn } : known);
        var first = filed.TakeWhile(entry => entry.Article != Article).Count();
        var others = filed.Where(entry => entry.Article != Article).ToList();
        return [.. others.Take(first), .. past, .. next, .. others.Skip(first)];
    }

    /// <summary>A development is due where the present stage came as news and none told it.</summary>
    private Dossier Notice(Dossier dossier)
    {
        var history = StageHistory.Of(dossier);
        if (history.Current is not { News: { } news } current || dossier.Developments.Any(noticed => history.RunOf(noticed) == current))
            return dossier;
        var time = dossier.Developments.Count(noticed => noticed.Development.Stage == current.Stage) + 1;
        var previous = history.Runs.Count > 1 ? history.Runs[^2].Stage : (AgreementStage?)null;
        var development = new Development(
            AgreementId.OfDevelopment(dossier.Id, current.Stage, time), dossier.Id, current.Stage, previous, news.Article, Now);
        return dossier with { Developments = [.. dossier.Developments, new(development, current.Since, Article, null)] };
    }

    private static string Serialize(Dossier dossier) => JsonSerializer.Serialize(dossier, LedgerJson.Default.Dossier);
}
