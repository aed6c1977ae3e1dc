using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds.Polling;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.PollFeeds;

/// <summary>The stage behind the timer: polls the feeds that are due and announces the entries not seen before.</summary>
public sealed partial class FeedPoller
{
    /// <summary>A feed may ask to be spared for hours and days of a week.</summary>
    private static readonly TimeSpan LongestSpared = TimeSpan.FromDays(8);

    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(5);

    private readonly WatchListStore lists;
    private readonly FeedStates states;
    private readonly FeedTurn turn;
    private readonly IOptions<PollFeedsOptions> options;
    private readonly PipelineGauges gauges;
    private readonly TimeProvider clock;
    private readonly ILogger<FeedPoller> log;

    internal FeedPoller(
        WatchListStore lists,
        FeedStates states,
        FeedTurn turn,
        IOptions<PollFeedsOptions> options,
        PipelineGauges gauges,
        TimeProvider clock,
        ILogger<FeedPoller> log)
    {
        this.lists = lists;
        this.states = states;
        this.turn = turn;
        this.options = options;
        this.gauges = gauges;
        this.clock = clock;
        this.log = log;
    }

    /// <summary>
    /// Polls what is due, the most overdue first, until all is done or the time budget is used up. A feed's failure is kept on that feed; a
    /// run that is broken off or killed loses nothing.
    /// </summary>
    /// <exception cref="WatchListException">The watch list is missing or malformed.</exception>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    public Task<PollSummary> PollAsync(CancellationToken cancellation) => PollAsync(progress: null, cancellation);

    /// <summary>
    /// As <see cref="PollAsync(CancellationToken)"/>, and says how far it has come: first how many are due, then each that is done.
    /// </summary>
    /// <param name="progress">Who is told; null for nobody.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<PollSummary> PollAsync(IProgress<PollStep>? progress, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(Spans.PollFeeds);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            var summary = await PollDueAsync(progress, cancellation);
            PollMeasures.Take(span, summary, TimeProvider.System.GetElapsedTime(began));
            return summary;
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            throw;
        }
    }

    private async Task<PollSummary> PollDueAsync(IProgress<PollStep>? progress, CancellationToken cancellation)
    {
        var list = await lists.LoadAsync(cancellation);
        foreach (var leftOut in list.LeftOut)
            LogLeftOut(leftOut);
        var due = await FindDueAsync(list, cancellation);
        var queue = new DueFeeds(due.Feeds, options.Value.ConcurrencyPerHost);
        var polls = new ConcurrentQueue<FeedPoll>();
        using var budget = new CancellationTokenSource(options.Value.TimeBudget, clock);
        progress?.Report(new(0, due.Feeds.Count));
        var workers = Math.Min(options.Value.Concurrency, due.Feeds.Count);
        if (workers > 0)
            await Parallel.ForAsync(
                0,
                workers,
                new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
                async (_, stop) => await WorkAsync(queue, polls, Done, budget.Token, stop));
        var summary = new PollSummary(
            list.Feeds.Count, due.Disabled, due.Retired, due.NotDue, due.Feeds.Count - polls.Count, [.. polls]);
        gauges.Take(due.Others.Concat(summary.Polls.Select(poll => poll.Health)));
        LogDone(summary.Polled, summary.Listed, summary.Failed, summary.Postponed, summary.Entries.New);
        return summary;

        void Done() => progress?.Report(new(polls.Count, due.Feeds.Count));
    }

    /// <summary>Polls one source now, due or not; null where it is not on the watch list.</summary>
    /// <exception cref="WatchListException">The watch list is missing or malformed.</exception>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    public async Task<FeedPoll?> PollAsync(string feed, CancellationToken cancellation)
        => (await lists.LoadAsync(cancellation)).Feeds.FirstOrDefault(one => one.Id == feed) is { } listed
            ? await turn.TakeAsync(listed, cancellation, cancellation)
            : null;

    /// <summary>
    /// Takes feeds until there are none it may take. What is left then waits for a feed of its host under way, whose worker goes on with
    /// it.
    /// </summary>
    private async Task WorkAsync(
        DueFeeds queue, ConcurrentQueue<FeedPoll> polls, Action done, CancellationToken budget, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget, stop);
        while (!either.IsCancellationRequested && queue.Next() is { } next)
            using (next)
            {
                try
                {
                    polls.Enqueue(await turn.TakeAsync(next.Feed, either.Token, stop));
                    done();
                }
                catch (OperationCanceledException) when (budget.IsCancellationRequested && !stop.IsCancellationRequested)
                {
                    LogPostponed(next.Feed.Id, next.Feed.Title);
                }
            }
    }

    private async Task<Due> FindDueAsync(WatchList list, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = new Due([], [], 0, 0, 0);
        foreach (var feed in list.Feeds)
        {
            if (!feed.Enabled)
            {
                found = found with { Disabled = found.Disabled + 1 };
                continue;
            }
            var state = await states.ReadAsync(feed, cancellation);
            var isDue = !state.IsRetired && IsDue(feed, state, now);
            if (!isDue)
                found.Others.Add(state.Health);
            if (state.IsRetired)
                found = found with { Retired = found.Retired + 1 };
            else if (!isDue)
                found = found with { NotDue = found.NotDue + 1 };
            else
                found.Feeds.Add((feed, state.NextCheck > now ? now : state.NextCheck ?? DateTimeOffset.MinValue));
        }
        return found;
    }

    /// <summary>A check later than any rule could set, or set by a poll after now, is a clock's error and not waited for.</summary>
    private bool IsDue(WatchedFeed feed, FeedState state, DateTimeOffset now)
    {
        var bounds = options.Value;
        var longest = new[] { bounds.MaxInterval, bounds.MaxBackoff, feed.Every ?? TimeSpan.Zero }.Max() + LongestSpared;
        return state.NextCheck is not { } next || next <= now || next > now + longest || state.CheckedAt > now + ClockError;
    }

    private sealed record Due(
        List<(WatchedFeed Feed, DateTimeOffset Since)> Feeds, List<FeedHealth> Others, int Disabled, int Retired, int NotDue);

    [LoggerMessage(Level = LogLevel.Information, Message = "Polled {Polled} of {Listed} feeds, {Failed} failed, {Postponed} are left to the next run; {New} new entries")]
    private partial void LogDone(int polled, int listed, int failed, int postponed, int @new);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A source of the watch list is left out: {Reason}")]
    private partial void LogLeftOut(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}) is left to the next run: the time is up")]
    private partial void LogPostponed(string feed, string title);
}
