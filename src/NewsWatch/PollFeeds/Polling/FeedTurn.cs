using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>One feed's turn in a run: visit it, take in its entries, tell the operator, and only then remember it all.</summary>
internal sealed partial class FeedTurn(
    FeedStates states,
    UnfinishedReadings unfinished,
    FeedVisitor visitor,
    EntryIntake intake,
    FeedJudge judge,
    HealthNotices notices,
    TimeProvider clock,
    ILogger<FeedTurn> log)
{
    /// <summary>Polls one feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="budget">Breaks off while the feed is being fetched: nothing is stored then.</param>
    /// <param name="cancellation">Breaks off anywhere.</param>
    public async Task<FeedPoll> TakeAsync(WatchedFeed feed, CancellationToken budget, CancellationToken cancellation)
    {
        var (before, tag) = await states.OpenAsync(feed, cancellation);
        var attempt = new FeedAttempt(states, judge, notices, before, tag, clock);
        FeedVisit visit;
        FeedIntake? intake;
        var left = await unfinished.ReadAsync(feed, cancellation);
        try
        {
            if (left is not null)
                before = await FinishAsync(feed, before, left, attempt, cancellation);
            (visit, intake) = await VisitAsync(feed, before, attempt, budget, cancellation);
        }
        catch (OperationCanceledException)
        {
            await attempt.TakeBackAsync();
            throw;
        }
        var now = clock.GetUtcNow();
        var entries = intake?.Counts ?? new();
        var after = judge.Judge(feed, before, visit, now, entries) with { Seen = intake?.Seen ?? before.Seen };
        if (entries.New + entries.AlsoElsewhere > 0)
            after = after with { LastNew = now };
        if (intake is { IsWaiting: true })
            after = after with { Validators = null, BodyHash = null };
        after = await notices.TellAsync(before, after, cancellation);
        if (await states.SaveAsync(after, attempt.Tag, cancellation) is null)
            LogOvertaken(feed.Title);
        else if (left is not null || intake is { IsKept: true })
            await unfinished.FinishAsync(feed, cancellation);
        Log(feed.Title, after);
        return new(feed, Result(visit), after.Health, after.Reason, entries);
    }

    /// <summary>Takes in what an earlier run was taking in when it ended: the feed may not show it any more.</summary>
    private async Task<FeedState> FinishAsync(
        WatchedFeed feed, FeedState before, FeedDocument left, FeedAttempt attempt, CancellationToken cancellation)
    {
        LogUnfinished(feed.Title);
        await attempt.MarkAsync(cancellation);
        try
        {
            return before with { Seen = (await intake.TakeAsync(feed, before, left, again: true, cancellation)).Seen };
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            // Given up, and said: else the feed would fail on it for ever.
            LogFault(fault, feed.Title);
            return before;
        }
    }

    private async Task<(FeedVisit Visit, FeedIntake? Intake)> VisitAsync(
        WatchedFeed feed, FeedState before, FeedAttempt attempt, CancellationToken budget, CancellationToken cancellation)
    {
        try
        {
            var visit = await visitor.VisitAsync(feed, before, attempt.MarkAsync, budget);
            return (visit, visit is FeedVisit.Read read ? await intake.TakeAsync(feed, before, read.Document, again: false, cancellation) : null);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            // A fault of ours that one feed brings out must not keep all others from being read, run after run.
            LogFault(fault, feed.Title);
            return (new FeedVisit.Failed($"{fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}", null), null);
        }
    }

    private static PollResult Result(FeedVisit visit) => visit switch
    {
        FeedVisit.Read => PollResult.Read,
        FeedVisit.Same => PollResult.Unchanged,
        _ => PollResult.Failed,
    };

    private void Log(string title, FeedState state)
    {
        if (state.Reason is { } reason)
            LogTrouble(title, state.Health, reason, state.NextCheck);
        else
            LogDone(title, state.Health, state.NextCheck);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Title} is {Health}, next at {Next}: {Reason}")]
    private partial void LogTrouble(string title, FeedHealth health, string reason, DateTimeOffset? next);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Title}: an earlier reading was broken off, and is taken in again")]
    private partial void LogUnfinished(string title);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Title} could not be handled")]
    private partial void LogFault(Exception fault, string title);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Feed {Title} is {Health}, next at {Next}")]
    private partial void LogDone(string title, FeedHealth health, DateTimeOffset? next);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Title} was polled by another at the same time, whose state stands")]
    private partial void LogOvertaken(string title);
}
