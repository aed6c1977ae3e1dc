using Microsoft.Extensions.Logging;
using NewsWatch.ClassifyArticle;
using NewsWatch.Storage;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// The stage: files an article under its agreements, notices a new agreement or a newer stage, and passes that on. What an analyst
/// decided goes before what the classifier found.
/// </summary>
public sealed partial class AgreementTracker(
    ArticleStore articles, DossierStore dossiers, IQueues queues, TimeProvider time, ILogger<AgreementTracker> logger) : IStage<ArticleFlagged>
{
    /// <inheritdoc/>
    public async Task HandleAsync(ArticleFlagged message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        while (true)
        {
            var article = await articles.ReadAsync(message.Article, cancellation)
                ?? throw new InvalidOperationException($"article {message.Article} is not stored");
            var filing = ArticleFiling.Of(article, time.GetUtcNow());
            await FileAsync(article, filing, cancellation);

            // A decision or an edit that came meanwhile may have been filed before this: what was filed last must be the latest.
            var after = await articles.ReadAsync(message.Article, cancellation);
            if (after is null || ArticleFiling.Of(after, time.GetUtcNow()).Fingerprint == filing.Fingerprint)
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

    private async Task FileAsync(Article article, ArticleFiling filing, CancellationToken cancellation)
    {
        // First the article learns where it is filed: a crash then leaves nothing filed that could not be found and withdrawn.
        var keys = filing.ByAgreement.Select(group => group.Key).Union(article.FiledUnder, StringComparer.Ordinal).ToList();
        if (keys.Count > article.FiledUnder.Count)
            await articles.UpdateAsync(
                article.Id, found => found with { FiledUnder = [.. found.FiledUnder.Union(keys, StringComparer.Ordinal)] }, cancellation);

        var pending = new HashSet<string>(keys, StringComparer.Ordinal);
        while (pending.Count > 0)
        {
            var targets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var key in keys)
            {
                var target = (await dossiers.ReadAsync(key, cancellation))?.Id ?? key;
                (targets.TryGetValue(target, out var under) ? under : targets[target] = []).Add(key);
            }
            foreach (var (id, under) in targets.Where(target => target.Value.Exists(pending.Contains)))
                if (await FileAsync(id, article.Id, [.. under.SelectMany(key => filing.ByAgreement[key])], cancellation))
                    pending.ExceptWith(under);
        }
    }

    /// <summary>Files under one dossier; false where it was merged into another meanwhile.</summary>
    private async Task<bool> FileAsync(string id, string article, IReadOnlyList<DossierEntry> entries, CancellationToken cancellation)
    {
        var filing = new DossierFiling(id, article, entries, time.GetUtcNow());
        var dossier = await dossiers.UpdateAsync(id, filing.ApplyTo, cancellation);
        if (dossier is { MergedInto: not null })
            return false;
        if (dossier is not null)
            await SendAsync(dossier, article, cancellation);
        return true;
    }

    /// <summary>
    /// Sends the developments that this article's filing brought to light. Those of other articles are left to their own messages, which
    /// come again where they were cut short.
    /// </summary>
    private async Task SendAsync(Dossier dossier, string article, CancellationToken cancellation)
    {
        foreach (var noticed in dossier.Developments.Where(noticed => noticed.SentAt is null && noticed.FiledBy == article))
        {
            await queues.SendJsonAsync(Pipeline.SendAlerts, noticed.Development, NewsWatchJson.Default.Development, cancellation);
            LogDevelopment(noticed.Development.Id, article);
            var sent = time.GetUtcNow();
            await dossiers.UpdateAsync(dossier.Id, found => MarkSent(found, noticed.Development.Id, sent), cancellation);
        }
    }

    private static Dossier? MarkSent(Dossier? dossier, string development, DateTimeOffset at)
        => dossier is null ? null : dossier with
        {
            Developments = [.. dossier.Developments.Select(noticed =>
                noticed.Development.Id == development ? noticed with { SentAt = noticed.SentAt ?? at } : noticed)],
        };

    [LoggerMessage(Level = LogLevel.Information, Message = "Development {Development}, from article {Article}")]
    private partial void LogDevelopment(string development, string article);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Article {Article} changed while it was filed: filed again")]
    private partial void LogChanged(string article);

    [LoggerMessage(Level = LogLevel.Error, Message = "Article {Article} could not be filed under its agreements: {Cause}")]
    private partial void LogGivenUp(string article, string cause);
}
