using Microsoft.Extensions.Logging;
using NewsWatch.ClassifyArticle;
using NewsWatch.TrackAgreement.Known;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// The stage: files an article on the ledger's pages, notices a new agreement, a newer stage or what is to be taken back, and passes that
/// on. What an analyst decided goes before what the classifier found.
/// </summary>
public sealed partial class AgreementTracker(
    ArticleStore articles, LedgerWriter ledger, KnownAgreementStore knownAgreements, TimeProvider time, ILogger<AgreementTracker> logger)
    : IStage<ArticleFlagged>
{
    /// <inheritdoc/>
    public async Task HandleAsync(ArticleFlagged message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var known = await knownAgreements.ReadAsync(cancellation);
        while (true)
        {
            var article = await articles.ReadAsync(message.Article, cancellation)
                ?? throw new InvalidOperationException($"article {message.Article} is not stored");
            var filing = ArticleFiling.Of(article, known, time.GetUtcNow());
            await FileAsync(article, filing, known, cancellation);

            // A decision or an edit that came meanwhile may have been filed before this: what was filed last must be the latest.
            var after = await articles.ReadAsync(message.Article, cancellation);
            if (after is null || ArticleFiling.Of(after, known, time.GetUtcNow()).Fingerprint == filing.Fingerprint)
                return;
            LogChanged(message.Article);
        }
    }

    /// <inheritdoc/>
    public Task GiveUpAsync(ArticleFlagged message, string cause, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        LogGivenUp(message.Article, cause);
        return Task.CompletedTask;
    }

    private async Task FileAsync(Article article, ArticleFiling filing, KnownAgreements known, CancellationToken cancellation)
    {
        // First the article learns where it is filed: a crash then leaves nothing filed that could not be found and withdrawn.
        var keys = filing.ByPage.Select(group => group.Key).Union(article.LedgerPages, StringComparer.Ordinal).ToList();
        if (keys.Count > article.LedgerPages.Count)
            await articles.UpdateAsync(
                article.Id, found => found with { LedgerPages = [.. found.LedgerPages.Union(keys, StringComparer.Ordinal)] }, cancellation);

        var pending = new HashSet<string>(keys, StringComparer.Ordinal);
        var under = new List<string>();
        while (pending.Count > 0)
        {
            var targets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var key in keys)
            {
                var target = await ledger.PageOfAsync(key, cancellation);
                (targets.TryGetValue(target, out var joined) ? joined : targets[target] = []).Add(key);
            }
            foreach (var (target, joined) in targets.Where(target => target.Value.Exists(pending.Contains)))
            {
                var page = new PageFiling(article.Id, [.. joined.SelectMany(key => filing.ByPage[key])], time.GetUtcNow());
                if (await ledger.FileAsync(target, page, known, cancellation) is not { } dossiers)
                    continue;
                pending.ExceptWith(joined);
                under.AddRange(dossiers);
            }
        }
        if (under.Except(article.FiledUnder, StringComparer.Ordinal).Any())
            await articles.UpdateAsync(
                article.Id, found => found with { FiledUnder = [.. found.FiledUnder.Union(under, StringComparer.Ordinal)] }, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Article {Article} changed while it was filed: filed again")]
    private partial void LogChanged(string article);

    [LoggerMessage(Level = LogLevel.Error, Message = "Article {Article} could not be filed under its agreements: {Reason}")]
    private partial void LogGivenUp(string article, string reason);
}
