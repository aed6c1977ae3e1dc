using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.ExtractArticle.Identity;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle;

/// <summary>
/// Reads an article's page, or the feed's own text where the page cannot be had, stores what it says and hands it on. A message that was
/// handled before, even by half, leaves the same blobs and sends the same message.
/// </summary>
internal sealed partial class ArticleExtractor(
    ArticleStore articles,
    IQueues queues,
    Journal journal,
    ArticleVisitor visitor,
    AddressClaims claims,
    Duplicates duplicates,
    StoryFinder stories,
    IOptions<ExtractArticleOptions> options,
    TimeProvider clock,
    ILogger<ArticleExtractor> log) : IStage<ArticleFound>
{
    /// <inheritdoc/>
    public Task HandleAsync(ArticleFound message, CancellationToken cancellation) => HandleAsync(message, 1, cancellation);

    /// <inheritdoc/>
    /// <exception cref="PageUnavailableException">The page's server or the network failed: deliver again later.</exception>
    public async Task HandleAsync(ArticleFound message, int delivery, CancellationToken cancellation)
    {
        if (await articles.SeeAsync(message.Article, cancellation) is not { Record: var article } seen)
        {
            LogUnknown(message.Article);
            return;
        }
        if (article.State == ArticleState.Duplicate)
            await duplicates.PassOnAsync(article, message.Fingerprint, cancellation);
        else if (article.Content is not null && article.State != ArticleState.Failed && article.ReadFor.Contains(message.Fingerprint))
            await SendAsync(article, cancellation);
        else
            await ReadAsync(seen, message, delivery, cancellation);
    }

    /// <summary>
    /// Ends an article that was never read as failed, with the feed's text kept so that it can be searched and looked at. It is not
    /// classified: its message is in the poison queue, and a replay reads the page. An article read before keeps its state and text; only
    /// its edit was missed.
    /// </summary>
    public async Task GiveUpAsync(ArticleFound message, string cause, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var article = await articles.UpdateAsync(
            message.Article,
            found => found.State == ArticleState.Pending && (found.Content is null || found.ReadFor.Contains(message.Fingerprint))
                ? found with { State = ArticleState.Failed, Reason = cause, Content = found.Content ?? FeedText.Of(found, now) }
                : found,
            cancellation);
        if (article?.State != ArticleState.Failed)
        {
            LogEditMissed(message.Article, cause);
            return;
        }
        var mention = article.Mentions[0];
        await journal.AppendAsync(
            new(JournalKind.Outcome, now, article.Id, mention.Title, article.Address)
            {
                State = ArticleState.Failed,
                Reason = article.Reason,
                Published = mention.Published,
                Site = mention.FeedTitle,
            },
            cancellation);
    }

    private async Task ReadAsync(Seen<Article> seen, ArticleFound message, int delivery, CancellationToken cancellation)
    {
        var article = seen.Record;
        using var line = new HostLine(message.WaitedFor ?? []);
        PageVisit visit;
        try
        {
            visit = await visitor.VisitAsync(article, line, cancellation);
        }
        catch (HostBusyException busy)
        {
            await HandBackAsync(message, busy, line, delivery, cancellation);
            return;
        }
        switch (visit)
        {
            case PageVisit.Read read:
                await TakeInAsync(seen, message, read.Content, null, read.Address, cancellation);
                break;
            case PageVisit.Barred { Problem: var problem }:
                LogBarred(article.Id, problem.Reason);
                await TakeInAsync(seen, message, FeedText.Of(article, clock.GetUtcNow()), problem, article.Address, cancellation);
                break;
            case PageVisit.Unavailable unavailable:
                await PutOffAsync(message, unavailable, cancellation);
                break;
        }
    }

    private async Task TakeInAsync(
        Seen<Article> seen, ArticleFound message, ArticleContent content, PageProblem? problem, Uri address, CancellationToken cancellation)
    {
        var article = seen.Record;
        var readFor = article.Mentions.Select(mention => mention.Fingerprint).Append(message.Fingerprint).Distinct(StringComparer.Ordinal);
        var reading = new ArticleReading(content, problem, [.. readFor], options.Value.MaxRevisions);
        var isNew = article.Content is null || article.State == ArticleState.Failed;
        if (isNew && !(article.SharesAddress && problem is not null)
            && await claims.ClaimAsync(address, article.Id, content, cancellation) is { } holder
            && await duplicates.FindOriginalAsync(article.Id, holder, cancellation) is { } original)
        {
            await duplicates.MergeAsync(article, original, reading, cancellation);
            return;
        }
        if (await stories.FindAsync(article, content, cancellation) is { } earlier)
        {
            if (isNew && earlier.SameAtSameOutlet
                && await duplicates.FindOriginalAsync(article.Id, earlier.Article, cancellation) is { } same)
            {
                await duplicates.MergeAsync(article, same, reading, cancellation);
                return;
            }
            var story = article.Story ?? earlier.Story;
            await stories.JoinAsync(earlier with { Story = story }, article, content, cancellation);
            reading = reading with { Story = story };
        }
        var stored = await articles.UpdateAsync(seen, reading.ApplyTo, cancellation);
        if (stored is not null && (isNew || stored.Content?.Hash != article.Content?.Hash || stored.Problem != article.Problem))
            await SendAsync(stored, cancellation);
    }

    /// <summary>
    /// A message whose host is busy goes back to the queue until there is room, however often, and holds no worker meanwhile. What failed
    /// before stays counted; what has failed for the last time is not put off once more.
    /// </summary>
    private async Task HandBackAsync(
        ArticleFound message, HostBusyException busy, HostLine line, int delivery, CancellationToken cancellation)
    {
        var failed = message.EarlierDeliveries + delivery - 1;
        if (failed >= Pipeline.MaxDeliveries)
            throw new PageUnavailableException($"{busy.Message}, and the page could not be had before");
        var again = message with { EarlierDeliveries = failed, WaitedFor = line.Numbers };
        await queues.SendJsonAsync(Pipeline.ExtractArticle, again, NewsWatchJson.Default.ArticleFound, busy.Wait, cancellation);
        LogHandedBack(message.Article, busy.Wait, busy.Host);
    }

    /// <summary>A server that says when to come again gets its wish, a few times; else the queue delivers again.</summary>
    private async Task PutOffAsync(ArticleFound message, PageVisit.Unavailable unavailable, CancellationToken cancellation)
    {
        if (unavailable.RetryAfter is not { } wish || wish <= TimeSpan.Zero || message.Deferrals >= options.Value.MaxDeferrals)
            throw new PageUnavailableException(unavailable.Detail);
        var delay = wish < options.Value.MaxDeferral ? wish : options.Value.MaxDeferral;
        var again = message with { Deferrals = message.Deferrals + 1, EarlierDeliveries = 0, WaitedFor = null };
        await queues.SendJsonAsync(Pipeline.ExtractArticle, again, NewsWatchJson.Default.ArticleFound, delay, cancellation);
        LogPutOff(message.Article, delay, unavailable.Detail);
    }

    private Task SendAsync(Article article, CancellationToken cancellation)
        => queues.SendJsonAsync(
            Pipeline.ClassifyArticle, new ArticleExtracted(article.Id, article.Content!.Hash), NewsWatchJson.Default.ArticleExtracted, cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Article} is announced but not stored")]
    private partial void LogUnknown(string article);

    [LoggerMessage(Level = LogLevel.Information, Message = "Article {Article} is read from the feed alone: {Reason}")]
    private partial void LogBarred(string article, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Article {Article} is put off for {Wait}: {Reason}")]
    private partial void LogPutOff(string article, TimeSpan wait, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Article {Article} comes again in {Wait}: {Host} is busy")]
    private partial void LogHandedBack(string article, TimeSpan wait, string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Article} keeps what was read before; looking for an edit failed: {Reason}")]
    private partial void LogEditMissed(string article, string reason);
}
