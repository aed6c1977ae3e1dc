using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>One feed's turn in a run: visit it, take in its entries, tell the operator, and only then remember it all.</summary>
internal sealed partial class FeedTurn(
    FeedStates states,
    UnfinishedReadings unfinished,
    FeedVisitor visitor,
    EntryIntake intake,
    FeedJudge judge,
    HealthNotices notices,
    FeedSchedule schedule,
    TimeProvider clock,
    ILogger<FeedTurn> log)
{
    private const int MostTries = 5;

    /// <summary>Polls one feed; null where another process polls it, or has just done so.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="mustBeDue">True to leave it to another process that has claimed it or has come first; false to poll it in any case.</param>
    /// <param name="budget">Breaks off while the feed is being fetched: nothing is stored then.</param>
    /// <param name="cancellation">Breaks off anywhere.</param>
    public async Task<FeedPoll?> TakeAsync(WatchedFeed feed, bool mustBeDue, CancellationToken budget, CancellationToken cancellation)
    {
        using var trace = Tracing.BeginTrace(Spans.PollFeed);
        trace.Root?.SetTag(Attributes.Feed, feed.Id);
        try
        {
            var poll = await PollAsync(feed, mustBeDue, budget, cancellation);
            if (poll is not null)
                PollMeasures.Take(trace.Root, poll);
            return poll;
        }
        catch (Exception failure)
        {
            trace.Root.Fail(failure);
            throw;
        }
    }

    private async Task<FeedPoll?> PollAsync(WatchedFeed feed, bool mustBeDue, CancellationToken budget, CancellationToken cancellation)
    {
        var (before, tag) = await states.OpenAsync(feed, cancellation);
        if (states.AreShared && mustBeDue && !schedule.IsDue(feed, before, clock.GetUtcNow()))
            return null;
        before = before with { ClaimedUntil = null };
        var attempt = new FeedAttempt(states, judge, notices, before, tag, clock);
        if (states.AreShared && !await attempt.ClaimAsync(schedule.ClaimedFor, cancellation) && mustBeDue)
            return null;
        var left = await LeftAsync(feed, before, cancellation);
        Taken taken;
        try
        {
            taken = await VisitAsync(feed, before, left, attempt, budget, cancellation);
        }
        catch (OperationCanceledException)
        {
            await attempt.TakeBackAsync();
            throw;
        }
        var (visit, intake, known) = taken;
        var now = clock.GetUtcNow();
        var entries = intake?.Counts ?? new();
        var after = judge.Judge(feed, before, visit, now, entries) with { Seen = intake?.Seen ?? (known ?? before).Seen };
        if (entries.New + entries.AlsoElsewhere > 0)
            after = after with { LastNew = now };
        if (intake is { IsWaiting: true })
            after = after with { Validators = null, BodyHash = null };
        after = await notices.TellAsync(before, after, cancellation);
        if (await states.SaveAsync(after, attempt.Tag, cancellation) is null)
            LogOvertaken(feed.Id, feed.Title);
        else if (known is not null && (left is not null || intake is { IsKept: true }))
            await unfinished.FinishAsync(feed, cancellation);
        Log(feed, after);
        return new(feed, Result(visit), after.Health, after.Reason, entries);
    }

    /// <summary>
    /// What an earlier run was taking in when it ended; null where there is nothing left of one. What has brought out a fault of ours time and
    /// again is given up, and said: else the feed would fail on it for ever.
    /// </summary>
    private async Task<FeedDocument?> LeftAsync(WatchedFeed feed, FeedState before, CancellationToken cancellation)
    {
        var left = await unfinished.ReadAsync(feed, cancellation);
        if (left is null || before.Failures < MostTries)
            return left;
        LogGivenUp(feed.Id, feed.Title, left.Entries.Count);
        await unfinished.FinishAsync(feed, cancellation);
        return null;
    }

    private async Task<Taken> VisitAsync(
        WatchedFeed feed, FeedState before, FeedDocument? left, FeedAttempt attempt, CancellationToken budget, CancellationToken cancellation)
    {
        try
        {
            var known = before;
            if (left is not null)
            {
                // The feed may not show it any more.
                LogUnfinished(feed.Id, feed.Title);
                await attempt.MarkAsync(cancellation);
                known = before with { Seen = (await intake.TakeAsync(feed, before, left, again: true, cancellation)).Seen };
            }
            var visit = await visitor.VisitAsync(feed, known, attempt.MarkAsync, budget);
            return new(visit, visit is FeedVisit.Read read ? await intake.TakeAsync(feed, known, read.Document, again: false, cancellation) : null, known);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            // A fault of ours that one feed brings out must not keep all others from being read, run after run.
            LogFault(fault, feed.Id, feed.Title);
            return new(new FeedVisit.Failed($"{fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}", null), null, null);
        }
    }

    private static PollResult Result(FeedVisit visit) => visit switch
    {
        FeedVisit.Read => PollResult.Read,
        FeedVisit.Same => PollResult.Unchanged,
        _ => PollResult.Failed,
    };

    private void Log(WatchedFeed feed, FeedState state)
    {
        if (state.Reason is { } reason)
            LogTrouble(feed.Id, feed.Title, state.Health, reason, state.NextCheck);
        else
            LogDone(feed.Id, feed.Title, state.Health, state.NextCheck);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}) is {Health}, next at {Next}: {Reason}")]
    private partial void LogTrouble(string feed, string title, FeedHealth health, string reason, DateTimeOffset? next);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}): an earlier reading was broken off, and is taken in again")]
    private partial void LogUnfinished(string feed, string title);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Feed} ({Title}): {Entries} entries of an earlier reading are given up; those the feed does not show any more are lost")]
    private partial void LogGivenUp(string feed, string title, int entries);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feed {Feed} ({Title}) could not be handled")]
    private partial void LogFault(Exception fault, string feed, string title);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Feed {Feed} ({Title}) is {Health}, next at {Next}")]
    private partial void LogDone(string feed, string title, FeedHealth health, DateTimeOffset? next);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}) was polled by another at the same time, whose state stands")]
    private partial void LogOvertaken(string feed, string title);

    /// <summary>What a visit brought.</summary>
    /// <param name="Visit">How it went.</param>
    /// <param name="Intake">What came of its entries; null where none were read.</param>
    /// <param name="Known">The state with what an earlier reading had left; null where a fault of ours came between.</param>
    private sealed record Taken(FeedVisit Visit, FeedIntake? Intake, FeedState? Known);
}
