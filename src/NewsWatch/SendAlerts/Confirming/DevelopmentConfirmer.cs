using Microsoft.Extensions.Logging;
using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.Notices;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts.Confirming;

/// <summary>
/// Has the second reader confirm a development before it is told, where the settings want that. One it does not find in the article makes
/// the article borderline and waits until an analyst confirms it; whatever else happens lets it pass. An analyst's word goes before the
/// reader's. The reader's first word is kept: however often the message comes, it is asked once.
/// </summary>
public sealed partial class DevelopmentConfirmer
{
    private readonly DossierStore dossiers;
    private readonly ArticleStore articles;
    private readonly Journal journal;
    private readonly DevelopmentReader reader;
    private readonly CheckStore checks;
    private readonly DoubtedStore doubted;
    private readonly NoticeSender sender;
    private readonly IQueues queues;
    private readonly TimeProvider time;
    private readonly ILogger<DevelopmentConfirmer> logger;

    internal DevelopmentConfirmer(
        DossierStore dossiers,
        ArticleStore articles,
        Journal journal,
        DevelopmentReader reader,
        CheckStore checks,
        DoubtedStore doubted,
        NoticeSender sender,
        IQueues queues,
        TimeProvider time,
        ILogger<DevelopmentConfirmer> logger)
    {
        this.dossiers = dossiers;
        this.articles = articles;
        this.journal = journal;
        this.reader = reader;
        this.checks = checks;
        this.doubted = doubted;
        this.sender = sender;
        this.queues = queues;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>True where a development may be told now; one that may not waits for an analyst.</summary>
    internal async Task<bool> MayTellAsync(Development development, CancellationToken cancellation)
    {
        var check = await checks.ReadAsync(development.Id, cancellation);
        if (check is null ? !reader.IsOn : check.State != CheckState.Doubted)
            return true;
        // What no article tells any more is left to whoever composes the alert.
        if (await TellingAsync(development, cancellation) is not { } run || IsConfirmed(run))
            return true;
        check ??= await CheckAsync(development, run, cancellation);
        if (check is null or { State: not CheckState.Doubted })
            return true;
        await HoldAsync(development, check, cancellation);
        return false;
    }

    /// <summary>What is taken back waits no more.</summary>
    internal Task DropAsync(string development, CancellationToken cancellation) => doubted.RemoveAsync(development, cancellation);

    /// <summary>Sends what waited and an analyst has confirmed by now.</summary>
    internal async Task ReleaseAsync(CancellationToken cancellation)
    {
        foreach (var development in await doubted.ReadAsync(cancellation))
            if (await TellingAsync(development, cancellation) is { } run && IsConfirmed(run))
            {
                await queues.SendJsonAsync(Pipeline.SendAlerts, development, NewsWatchJson.Default.Development, cancellation);
                await doubted.RemoveAsync(development.Id, cancellation);
            }
    }

    /// <summary>The stretch of the agreement's life that tells a development, on whose word ever; null where none does any more.</summary>
    private async Task<StageRun?> TellingAsync(Development development, CancellationToken cancellation)
        => await dossiers.ReadAsync(development.Agreement, cancellation) is { } dossier
            ? StageHistory.Of(dossier).RunOf(development.Stage)
            : null;

    private static bool IsConfirmed(StageRun run) => run.Entries.Any(entry => entry.Standing == EntryStanding.Confirmed);

    private async Task<DevelopmentCheck?> CheckAsync(Development development, StageRun run, CancellationToken cancellation)
    {
        // Begun before the reader was asked for: those who were told are not to be left with half of it.
        if (await sender.ReadAsync(AlertSender.Record(development.Id), cancellation) is not null)
            return null;
        var entry = run.Entries.FirstOrDefault(one => one.Article == development.Article) ?? run.News ?? run.ReachedBy;
        if (await articles.ReadAsync(entry.Article, cancellation) is not { Content: { } content } article)
            throw new InvalidOperationException($"article {entry.Article} is not stored with its text");
        var place = entry.Quotes.FirstOrDefault(quote => !quote.InTitle)?.Start ?? 0;
        var statement = new Statement(entry.Type, entry.Parties, entry.Stage) { At = place };
        var reading = await reader.ReadAsync(content, article.Classification, statement, cancellation);
        var check = await checks.KeepAsync(development.Id, DevelopmentCheck.Of(statement, entry.Article, reading), cancellation);
        LogChecked(development.Id, check.State, check.Reading.Why);
        return check;
    }

    /// <summary>
    /// Each step may come again after a crash: the list of what waits first, so that nothing is held that nobody looks for.
    /// </summary>
    private async Task HoldAsync(Development development, DevelopmentCheck check, CancellationToken cancellation)
    {
        await doubted.AddAsync(development, cancellation);
        var doubt = new DevelopmentDoubt(development.Id, check.Reading);
        var article = await articles.UpdateAsync(
            check.Article,
            found => found.Doubts.Any(known => known.Development == doubt.Development)
                ? found
                : found with { Doubts = [.. found.Doubts, doubt] },
            cancellation);
        if (article is not null)
            await journal.AppendAsync(JournalEntry.OfOutcome(article, time.GetUtcNow()), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Second reader on development {Development}: {State} {Reason}")]
    private partial void LogChecked(string development, CheckState state, string? reason);
}
