using System.Runtime.CompilerServices;
using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Known;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.VerifyStore;

/// <summary>
/// Checks from the stores alone that nothing is lost: every record can be read, every article found is stored and counted in its own state,
/// none is under way with no message left, what is flagged is proven and filed, and ledger, articles and alerts name each other. To be run
/// while nothing else works on the stores.
/// </summary>
public sealed class StoreVerifier(
    ArticleStore articles,
    Journal journal,
    DossierStore dossiers,
    LedgerPageStore pages,
    LedgerWriter ledger,
    KnownAgreementStore known,
    IBlobs blobs,
    IQueues queues,
    PoisonDesk poison,
    DamagedRecords damaged,
    TimeProvider time)
{
    private readonly ArticleCheck articleCheck = new(journal, queues, time);
    private readonly LedgerCheck ledgerCheck = new(dossiers, ledger);

    /// <summary>Finds what is wrong.</summary>
    /// <param name="repair">True to mend what can be mended safely: a line the journal lacks is added, an article without a message is sent again.</param>
    /// <param name="progress">Told before each article how many are done, and of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<StoreFault> VerifyAsync(
        bool repair, Action<int, int> progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        await foreach (var finding in FindAsync(progress, cancellation))
            yield return await finding.ToFaultAsync(repair, cancellation);
        foreach (var (name, why) in damaged.All)
            yield return new(name, why, null, false);
    }

    private async IAsyncEnumerable<Finding> FindAsync(Action<int, int> progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var agreements = await known.ReadAsync(cancellation);
        var messages = await StoreSurvey.MessagesAsync(queues, poison, cancellation);
        var (seen, stored) = (new ArticleMap<StoreSurvey.Known>(), 0);
        await foreach (var id in articles.ListAsync(cancellation))
        {
            seen.At(id) = new(IsStored: true, IsFiled: false, Told: null);
            stored++;
        }
        await foreach (var entry in journal.ReadAsync(null, cancellation))
            Tell(ref seen.At(entry.Article), entry);
        var survey = new StoreSurvey
        {
            Articles = seen,
            Dossiers = await dossiers.ListIdsAsync(cancellation).ToHashSetAsync(StringComparer.Ordinal, cancellation),
            Idle = messages.Where(queue => queue.Value == 0).Select(queue => queue.Key).ToHashSet(StringComparer.Ordinal),
        };

        var developments = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in pages.ListAsync(damaged, cancellation))
        {
            foreach (var entry in page.Entries)
                File(ref seen.At(entry.Article));
            developments.UnionWith(page.Developments.Select(noticed => noticed.Development.Id));
            if (page.JoinedTo is null)
                await foreach (var finding in ledgerCheck.CheckAsync(page, survey, agreements, cancellation))
                    yield return finding;
        }

        var done = 0;
        foreach (var id in seen.All.Where(one => one.Value.IsStored).Select(one => one.Key))
        {
            progress(done++, stored);
            if (await articles.ReadSoundAsync(id, cancellation) is { } article)
                foreach (var finding in articleCheck.Check(article, survey, agreements))
                    yield return finding;
        }
        foreach (var lost in seen.All.Where(one => one.Value is { IsStored: false, Told: not null }).Select(one => one.Key).Order(StringComparer.Ordinal))
            yield return new($"article {lost}", "is counted as found and not stored");
        await foreach (var development in blobs.ListIdsAsync("alerts/", damaged, cancellation))
            if (!developments.Contains(development))
                yield return new($"alert {development}", "tells of a development that is not in the ledger");
    }

    private static void Tell(ref StoreSurvey.Known article, JournalEntry line) => article = article with { Told = line.Follow(article.Told) };

    private static void File(ref StoreSurvey.Known article) => article = article with { IsFiled = true };
}
