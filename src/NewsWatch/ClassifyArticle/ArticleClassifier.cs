using Microsoft.Extensions.Logging;
using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.ExtractArticle;
using NewsWatch.Storage;

namespace NewsWatch.ClassifyArticle;

/// <summary>The stage: reads an article's text, keeps the verdict beside it, and passes on what reports or mentions an agreement.</summary>
public sealed partial class ArticleClassifier(
    ArticleStore articles,
    Journal journal,
    IQueues queues,
    AgreementClassifier classifier,
    BorderlineReader secondReader,
    TimeProvider time,
    ILogger<ArticleClassifier> logger) : IStage<ArticleExtracted>
{
    /// <inheritdoc/>
    public async Task HandleAsync(ArticleExtracted message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var seen = await articles.SeeAsync(message.Article, cancellation)
            ?? throw new InvalidOperationException($"article {message.Article} is not stored");
        var before = seen.Record;
        if (before.Content is not { } content || content.Hash != message.Revision)
        {
            LogOutdated(message.Article, message.Revision);
            return;
        }

        var verdict = await ClassifyAsync(content, before.Classification, cancellation);
        var after = await articles.UpdateAsync(seen, article => Apply(article, verdict), cancellation);
        if (after is not { Classification: { } stored } || stored.Revision != message.Revision)
            return;

        await journal.AppendAsync(JournalEntry.OfOutcome(after, time.GetUtcNow()), cancellation);
        if (IsFiled(stored) || (before.Classification is { } past && IsFiled(past)))
            await queues.SendJsonAsync(
                Pipeline.TrackAgreement, new ArticleFlagged(after.Id, message.Revision), NewsWatchJson.Default.ArticleFlagged, cancellation);
    }

    /// <inheritdoc/>
    public async Task GiveUpAsync(ArticleExtracted message, string cause, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var failed = await articles.UpdateAsync(
            message.Article, article => article with { State = ArticleState.Failed, Reason = cause }, cancellation);
        if (failed is not null)
            await journal.AppendAsync(JournalEntry.OfOutcome(failed, time.GetUtcNow()), cancellation);
    }

    private async Task<Classification> ClassifyAsync(ArticleContent content, Classification? before, CancellationToken cancellation)
    {
        var input = new ClassifierInput(content.Title, content.Text) { Language = content.Language, Published = content.Published };
        var verdict = classifier.Classify(input) with { Revision = content.Hash, OnSummaryOnly = content.Origin == TextOrigin.Feed };
        return await secondReader.ReadAsync(input, verdict, before, cancellation);
    }

    /// <summary>True for what the ledger keeps: news, and what is only mentioned.</summary>
    private static bool IsFiled(Classification verdict) => verdict.Flagged || verdict.Mentions;

    /// <summary>An article edited meanwhile is left to the message of its own revision.</summary>
    private static Article Apply(Article article, Classification verdict)
    {
        if (article.Content?.Hash != verdict.Revision)
            return article;
        var (state, reason) = verdict.Flagged
            ? (ArticleState.Flagged, null)
            : verdict.Mentions ? (ArticleState.Mentions, null)
            : article.Problem switch
            {
                { Kind: PageProblemKind.Blocked } problem => (ArticleState.Blocked, problem.Reason),
                { Kind: PageProblemKind.Gone } problem => (ArticleState.Gone, problem.Reason),
                var problem => (ArticleState.NotFlagged, problem?.Reason),
            };
        return article with { Classification = verdict, State = state, Reason = reason };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Article {Article} no longer has revision {Revision}: left to the newer message")]
    private partial void LogOutdated(string article, string revision);
}
