using Microsoft.Extensions.Logging;
using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement.Known;

namespace NewsWatch.VerifyStore;

/// <summary>
/// Sends again what lies still: articles of the last days that were found, read or flagged hours ago, and whose messages are gone. No store
/// should lose a message; where one does, or a person throws one away, the article is not lost with it. Run while the pipeline works.
/// </summary>
public sealed partial class StoreSweeper(
    ArticleStore articles,
    Journal journal,
    KnownAgreementStore known,
    IQueues queues,
    PoisonDesk poison,
    TimeProvider time,
    ILogger<StoreSweeper> log)
{
    /// <summary>How often it is worth a look.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary>Longer than a message goes on being tried, with all its waits.</summary>
    private static readonly TimeSpan Still = TimeSpan.FromHours(2);

    private static readonly TimeSpan Recent = TimeSpan.FromDays(3);

    private readonly ArticleCheck check = new(journal, queues, time);

    /// <summary>
    /// Looks once. A queue is left alone while it holds as many messages as there are articles that lie still: they may be theirs, and what
    /// is only slow is not sent again and again.
    /// </summary>
    /// <returns>How many articles were sent again.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var still = new Dictionary<string, ArticleState>(StringComparer.Ordinal);
        await foreach (var entry in journal.ReadAsync(now - Recent, cancellation))
            if (entry.At > now - Still)
                still.Remove(entry.Article);
            else if (entry.Kind == JournalKind.Found)
                still.TryAdd(entry.Article, ArticleState.Pending);
            else if (entry.Kind == JournalKind.Outcome)
                still[entry.Article] = entry.State;

        var lying = new List<Article>();
        foreach (var (id, state) in still)
            if (state is ArticleState.Pending or ArticleState.Flagged && await articles.ReadSoundAsync(id, cancellation) is { } article)
                lying.Add(article);
        var idle = await IdleAsync(lying, cancellation);
        var agreements = await known.ReadAsync(cancellation);
        var sent = 0;
        foreach (var article in lying)
            foreach (var finding in check.Way(article, IsFiled(article), idle, agreements))
            {
                await finding.ToFaultAsync(repair: true, cancellation);
                LogSentAgain(article.Id, finding.What);
                sent++;
            }
        return sent;
    }

    private async Task<IReadOnlySet<string>> IdleAsync(List<Article> lying, CancellationToken cancellation)
    {
        var waiting = await StoreSurvey.MessagesAsync(queues, poison, cancellation);
        var idle = new HashSet<string>(StringComparer.Ordinal);
        if (waiting[Pipeline.ExtractArticle] + waiting[Pipeline.ClassifyArticle] < lying.Count(article => article.State == ArticleState.Pending))
            idle.UnionWith([Pipeline.ExtractArticle, Pipeline.ClassifyArticle]);
        if (waiting[Pipeline.TrackAgreement] < lying.Count(article => article.State == ArticleState.Flagged && !IsFiled(article)))
            idle.Add(Pipeline.TrackAgreement);
        return idle;
    }

    /// <summary>An article learns of its pages before it is put on them; a message that is lost in between is one that a verification finds.</summary>
    private static bool IsFiled(Article article) => article.LedgerPages.Count > 0;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Article} {Reason}: its message is sent again")]
    private partial void LogSentAgain(string article, string reason);
}
