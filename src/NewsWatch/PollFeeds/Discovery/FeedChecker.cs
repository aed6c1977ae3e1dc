using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Polling;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Discovery;

/// <summary>Polls a source once, as if for the first time, and says what it saw. Stores and sends nothing.</summary>
public sealed class FeedChecker
{
    private readonly FeedVisitor visitor;
    private readonly FeedJudge judge;
    private readonly TimeProvider clock;

    internal FeedChecker(FeedVisitor visitor, FeedJudge judge, TimeProvider clock)
    {
        this.visitor = visitor;
        this.judge = judge;
        this.clock = clock;
    }

    /// <summary>Checks one source.</summary>
    public async Task<FeedCheck> CheckAsync(WatchedFeed feed, CancellationToken cancellation)
    {
        var before = FeedState.New(feed);
        var started = clock.GetTimestamp();
        var visit = await visitor.VisitAsync(feed, before, _ => Task.CompletedTask, cancellation);
        return new(feed, judge.Judge(feed, before, visit, clock.GetUtcNow()), (visit as FeedVisit.Read)?.Document, clock.GetElapsedTime(started));
    }
}

/// <summary>What a check saw.</summary>
/// <param name="Feed">The source.</param>
/// <param name="State">What would be remembered: health, reason, rhythm, and when and why it would be due again.</param>
/// <param name="Document">What it says; null where it could not be read.</param>
/// <param name="Took">Time for fetching and reading.</param>
public sealed record FeedCheck(WatchedFeed Feed, FeedState State, FeedDocument? Document, TimeSpan Took);
