using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.Storage;
using NewsWatch.Telemetry;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// Writes the ledger: a page first, then the dossiers folded from it, then the developments to the alerts, then that they are sent. Asked
/// again after a failure half-way, it completes what was begun.
/// </summary>
public sealed partial class LedgerWriter(
    LedgerPageStore pages,
    DossierStore dossiers,
    IQueues queues,
    IOptions<TrackAgreementOptions> options,
    TimeProvider time,
    ILogger<LedgerWriter> logger)
{
    /// <summary>Key of the page that a page leads to: itself, or the one it was joined to.</summary>
    internal async Task<string> PageOfAsync(string key, CancellationToken cancellation)
        => (await pages.ReadAsync(key, cancellation))?.Key ?? key;

    /// <summary>Files what an article tells on a page.</summary>
    /// <returns>Ids of the dossiers it is filed under; null where the page was joined to another meanwhile and nothing was filed.</returns>
    internal async Task<IReadOnlyList<string>?> FileAsync(string key, PageFiling filing, KnownAgreements known, CancellationToken cancellation)
    {
        var made = Change(known, filing.Article);
        var page = await ChangeAsync(key, filing.On, made, cancellation);
        if (page is { JoinedTo: not null })
            return null;
        if (page is null)
            return [];
        return [.. made.FoldOf(page).Instruments.Where(one => one.Entries.Exists(entry => entry.Article == filing.Article)).Select(one => one.Id!)];
    }

    /// <summary>Changes a page with all that follows from it.</summary>
    /// <param name="key">Key of the page.</param>
    /// <param name="change">The change, of entries, rulings or headings; pure.</param>
    /// <param name="known">The agreements known beforehand.</param>
    /// <param name="filedBy">Id of the article whose filing it is; null for an analyst's ruling.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The page after the change; null where there is none. One that was joined to another is as it was.</returns>
    internal Task<LedgerPage?> ChangeAsync(
        string key, Func<LedgerPage, LedgerPage> change, KnownAgreements known, string? filedBy, CancellationToken cancellation)
        => ChangeAsync(key, change, Change(known, filedBy), cancellation);

    private PageChange Change(KnownAgreements known, string? filedBy) => new(known, options.Value.LateAfterDays, time.GetUtcNow(), filedBy);

    private async Task<LedgerPage?> ChangeAsync(
        string key, Func<LedgerPage, LedgerPage> change, PageChange made, CancellationToken cancellation)
    {
        var page = await pages.UpdateAsync(key, found => made.ApplyTo(found, key, change), cancellation);
        if (page is null or { JoinedTo: not null })
            return page;
        await WriteDossiersAsync(page, made, cancellation);
        return await SendAsync(page, made, cancellation);
    }

    /// <summary>
    /// Sends the developments that this filing brought to light. Those of other articles are left to their own messages, which come again
    /// where they were cut short.
    /// </summary>
    private async Task<LedgerPage> SendAsync(LedgerPage page, PageChange made, CancellationToken cancellation)
    {
        var due = page.Developments.Where(noticed => noticed.SentAt is null && (made.FiledBy is null || noticed.FiledBy == made.FiledBy)).ToList();
        if (due.Count == 0)
            return page;
        foreach (var noticed in due)
        {
            await queues.SendJsonAsync(Pipeline.SendAlerts, noticed.Development, NewsWatchJson.Default.Development, cancellation);
            Instruments.Developments.Add(
                1,
                new(Attributes.DevelopmentKind, WireName.Of(noticed.Development.Kind)),
                new KeyValuePair<string, object?>(Attributes.AgreementStage, WireName.Of(noticed.Development.Stage)));
            LogDevelopment(noticed.Development.Id, noticed.Development.Agreement, noticed.FiledBy);
        }
        var sent = time.GetUtcNow();
        var marked = made with { Now = sent };
        HashSet<string> ids = [.. due.Select(noticed => noticed.Development.Id)];
        var after = await pages.UpdateAsync(page.Key, found => marked.ApplyTo(found, page.Key, one => MarkSent(one, ids, sent)), cancellation);
        if (after is null or { JoinedTo: not null })
            return page;
        await WriteDossiersAsync(after, marked, cancellation);
        return after;
    }

    private async Task WriteDossiersAsync(LedgerPage page, PageChange made, CancellationToken cancellation)
    {
        // What this version of the page changed is written again where it is there already: the journal may not have been told of it yet.
        foreach (var dossier in PageDossiers.Of(page, made.FoldOf(page)))
            await dossiers.UpdateAsync(
                dossier.Id,
                found => found?.Version > dossier.Version || (found?.Version == dossier.Version && dossier.Version < page.Version) ? found : dossier,
                cancellation);
    }

    private static LedgerPage MarkSent(LedgerPage page, HashSet<string> developments, DateTimeOffset at) => page with
    {
        Developments = [.. page.Developments.Select(noticed =>
            developments.Contains(noticed.Development.Id) ? noticed with { SentAt = noticed.SentAt ?? at } : noticed)],
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Development {Development} of agreement {Agreement}, from article {Article}")]
    private partial void LogDevelopment(string development, string agreement, string article);
}
