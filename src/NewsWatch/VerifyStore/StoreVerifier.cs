using System.Runtime.CompilerServices;
using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.VerifyStore;

/// <summary>
/// Checks from the stores alone that nothing is lost: every record can be read, every article found is stored and counted in its own state,
/// none is under way with no message left, and the ledger and the articles name each other. To be run while nothing else works on the stores.
/// </summary>
public sealed class StoreVerifier(
    ArticleStore articles, Journal journal, DossierStore dossiers, IQueues queues, PoisonDesk poison, DamagedRecords damaged, TimeProvider time)
{
    /// <summary>Finds what is wrong.</summary>
    /// <param name="repair">True to mend what can be mended safely: a line the journal lacks is added, an article without a message is sent again.</param>
    /// <param name="progress">Told before each article how many are done, and of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<StoreFault> VerifyAsync(
        bool repair, Action<int, int> progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var told = await ArticleCounts.StatesAsync(journal, null, cancellation);
        var idle = await IsIdleAsync(cancellation);
        var ids = await articles.ListAsync(cancellation).ToListAsync(cancellation);
        var stored = ids.ToHashSet(StringComparer.Ordinal);
        var agreements = await dossiers.ListIdsAsync(cancellation).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        for (var i = 0; i < ids.Count; i++)
        {
            progress(i, ids.Count);
            if (await articles.ReadSoundAsync(ids[i], cancellation) is not { } article)
                continue;
            foreach (var (what, mend, how) in Check(article, told, idle))
            {
                if (repair)
                    await mend(cancellation);
                yield return new($"article {article.Id}", what, how, repair);
            }

            if (article.DuplicateOf is { } original && !stored.Contains(original))
                yield return new($"article {article.Id}", $"repeats article {original}, which is not stored", null, false);
            foreach (var agreement in article.FiledUnder.Where(agreement => !agreements.Contains(agreement)))
                yield return new($"article {article.Id}", $"is filed under {agreement}, which is not in the ledger", null, false);
        }

        foreach (var article in told.Keys.Where(article => !stored.Contains(article)).Order(StringComparer.Ordinal))
            yield return new($"article {article}", "is counted as found and not stored", null, false);
        await foreach (var dossier in dossiers.ListAsync(cancellation))
            foreach (var article in dossier.Entries.Select(entry => entry.Article).Distinct(StringComparer.Ordinal).Where(article => !stored.Contains(article)))
                yield return new($"agreement {dossier.Id}", $"rests on article {article}, which is not stored", null, false);
        foreach (var (name, why) in damaged.All)
            yield return new(name, why, null, false);
    }

    private IEnumerable<(string What, Func<CancellationToken, Task> Mend, string How)> Check(
        Article article, Dictionary<string, ArticleState> told, bool idle)
    {
        var mention = article.Mentions[0];
        if (!told.TryGetValue(article.Id, out var state))
            yield return (
                "is stored and not counted as found",
                stop => journal.AppendAsync(
                    new(JournalKind.Found, article.FoundAt, article.Id, mention.Title, article.Address) { Published = mention.Published, Site = mention.FeedTitle },
                    stop),
                "a line in the journal");
        if (article.State != state && article.State != ArticleState.Pending)
            yield return (
                $"is {WireName.Of(article.State)} and counted as {WireName.Of(state)}",
                stop => journal.AppendAsync(JournalEntry.OfOutcome(article, time.GetUtcNow()), stop),
                "a line in the journal");
        if (article.State == ArticleState.Pending && idle)
            yield return ("is under way with no message left in any queue", stop => SendAsync(article, stop), "its message, sent again");
    }

    private Task SendAsync(Article article, CancellationToken cancellation)
        => article.Content is { } content
            ? queues.SendJsonAsync(Pipeline.ClassifyArticle, new(article.Id, content.Hash), NewsWatchJson.Default.ArticleExtracted, cancellation)
            : queues.SendJsonAsync(Pipeline.ExtractArticle, new(article.Id, article.Mentions[0].Fingerprint), NewsWatchJson.Default.ArticleFound, cancellation);

    /// <summary>True where no queue has a message that an article under way could be waiting for, given up or not.</summary>
    private async Task<bool> IsIdleAsync(CancellationToken cancellation)
    {
        foreach (var queue in new[] { Pipeline.ExtractArticle, Pipeline.ClassifyArticle })
            if (await queues.CountAsync(queue, cancellation) + await poison.CountAsync(queue, cancellation) > 0)
                return false;
        return true;
    }
}
