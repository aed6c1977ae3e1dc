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
public sealed partial class FeedPoller : IDisposable
{
    /// <summary>States read at once: few milliseconds each, in a store that answers many at a time.</summary>
    private const int StatesAtOnce = 16;

    private readonly WatchListStore lists;
    private readonly FeedStates states;
    private readonly FeedTurn turn;
    private readonly FeedSchedule schedule;
    private readonly IQueues queues;
    private readonly IOptions<PollFeedsOptions> options;
    private readonly PipelineGauges gauges;
    private readonly TimeProvider clock;
    private readonly ILogger<FeedPoller> log;

    /// <summary>Runs that go on at once, the timer's and those of batches, share the workers.</summary>
    private readonly SemaphoreSlim workers;

    internal FeedPoller(
        WatchListStore lists,
        FeedStates states,
        FeedTurn turn,
        FeedSchedule schedule,
        IQueues queues,
        IOptions<PollFeedsOptions> options,
        PipelineGauges gauges,
        TimeProvider clock,
        ILogger<FeedPoller> log)
    {
        this.lists = lists;
        this.states = states;
        this.turn = turn;
        this.schedule = schedule;
        this.queues = queues;
        workers = new(options.Value.Concurrency);
        this.options = options;
        this.gauges = gauges;
        this.clock = clock;
        this.log = log;
    }

    /// <summary>
    /// Polls what is due, the most overdue first, until all is done or the time budget is used up. A feed's failure is kept on that feed; a
    /// run that is broken off or killed loses nothing. Where several processes work on the store and very many feeds are due, they are handed
    /// to the queue in batches instead.
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
        var due = await FindDueAsync(list.Feeds, cancellation);
        var summary = states.AreShared && due.Feeds.Count > FeedBatches.MostInPlace
            ? await HandOverAsync(due, cancellation)
            : await PollAsync(due, progress, cancellation);
        summary = summary with { Listed = list.Feeds.Count };
        foreach (var poll in summary.Polls)
            due.Health[poll.Feed.Id] = poll.Health;
        gauges.Take(due.Health.Values);
        LogDone(summary.Polled, summary.Listed, summary.Failed, summary.Postponed, summary.Elsewhere, summary.Entries.New);
        return summary;
    }

    /// <summary>Polls the feeds of a batch that are still due, within the time budget of a run.</summary>
    /// <exception cref="WatchListException">The watch list is missing or malformed.</exception>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    public async Task<PollSummary> PollAsync(FeedsDue batch, CancellationToken cancellation)
    {
        var ids = batch.Feeds.ToHashSet(StringComparer.Ordinal);
        var listed = (await lists.LoadAsync(cancellation)).Feeds.Where(feed => ids.Contains(feed.Id)).ToList();
        return await PollAsync(await FindDueAsync(listed, cancellation), progress: null, cancellation) with { Listed = listed.Count };
    }

    /// <summary>Polls one source now, due or not; null where it is not on the watch list.</summary>
    /// <exception cref="WatchListException">The watch list is missing or malformed.</exception>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    public async Task<FeedPoll?> PollAsync(string feed, CancellationToken cancellation)
        => (await lists.LoadAsync(cancellation)).Feeds.FirstOrDefault(one => one.Id == feed) is { } listed
            ? await turn.TakeAsync(listed, mustBeDue: false, cancellation, cancellation)
            : null;

    /// <inheritdoc/>
    public void Dispose() => workers.Dispose();

    private async Task<PollSummary> PollAsync(Due due, IProgress<PollStep>? progress, CancellationToken cancellation)
    {
        var queue = new DueFeeds(due.Feeds, options.Value.ConcurrencyPerHost);
        var polls = new ConcurrentQueue<FeedPoll>();
        var elsewhere = 0;
        using var budget = new CancellationTokenSource(options.Value.TimeBudget, clock);
        progress?.Report(new(0, due.Feeds.Count));
        var atOnce = Math.Min(options.Value.Concurrency, due.Feeds.Count);
        if (atOnce > 0)
            await Parallel.ForAsync(
                0,
                atOnce,
                new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
                async (_, stop) => await WorkAsync(queue, Done, budget.Token, stop));
        return new(due.Feeds.Count, due.Disabled, due.Retired, due.NotDue, due.Feeds.Count - polls.Count - elsewhere, [.. polls])
        {
            Elsewhere = elsewhere,
        };

        void Done(FeedPoll? poll)
        {
            if (poll is null)
                Interlocked.Increment(ref elsewhere);
            else
                polls.Enqueue(poll);
            progress?.Report(new(polls.Count + elsewhere, due.Feeds.Count));
        }
    }

    /// <summary>
    /// Sends what is due to the queue. Where as much is still waiting there, it is most likely the same: whoever polls then is behind, and
    /// more messages do not help.
    /// </summary>
    private async Task<PollSummary> HandOverAsync(Due due, CancellationToken cancellation)
    {
        var batches = FeedBatches.Of(due.Feeds).ToList();
        var isBehind = await queues.CountAsync(Pipeline.PollFeeds, cancellation) >= batches.Count;
        if (!isBehind)
            foreach (var batch in batches)
                await queues.SendJsonAsync(Pipeline.PollFeeds, batch, NewsWatchJson.Default.FeedsDue, cancellation);
        LogHandedOver(due.Feeds.Count, isBehind ? 0 : batches.Count);
        return new(due.Feeds.Count, due.Disabled, due.Retired, due.NotDue, 0, []) { Elsewhere = due.Feeds.Count };
    }

    /// <summary>
    /// Takes feeds until there are none it may take. What is left then waits for a feed of its host under way, whose worker goes on with
    /// it.
    /// </summary>
    private async Task WorkAsync(DueFeeds queue, Action<FeedPoll?> done, CancellationToken budget, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget, stop);
        while (!either.IsCancellationRequested && queue.Next() is { } next)
            using (next)
            {
                try
                {
                    await workers.WaitAsync(either.Token);
                    try
                    {
                        done(await turn.TakeAsync(next.Feed, mustBeDue: true, either.Token, stop));
                    }
                    finally
                    {
                        workers.Release();
                    }
                }
                catch (OperationCanceledException) when (budget.IsCancellationRequested && !stop.IsCancellationRequested)
                {
                    LogPostponed(next.Feed.Id, next.Feed.Title);
                }
            }
    }

    private async Task<Due> FindDueAsync(IReadOnlyList<WatchedFeed> feeds, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var enabled = feeds.Where(feed => feed.Enabled).ToList();
        var found = new FeedState[enabled.Count];
        await Parallel.ForAsync(
            0,
            enabled.Count,
            new ParallelOptions { MaxDegreeOfParallelism = StatesAtOnce, CancellationToken = cancellation },
            async (index, stop) => found[index] = await states.ReadAsync(enabled[index], stop));
        var due = enabled.Zip(found)
            .Where(one => !one.Second.IsRetired && schedule.IsDue(one.First, one.Second, now))
            .Select(one => (one.First, one.Second.NextCheck > now ? now : one.Second.NextCheck ?? DateTimeOffset.MinValue))
            .ToList();
        var retired = found.Count(state => state.IsRetired);
        var health = new Dictionary<string, FeedHealth>(StringComparer.Ordinal);
        foreach (var (feed, state) in enabled.Zip(found))
            health[feed.Id] = state.Health;
        return new(due, health, feeds.Count - enabled.Count, retired, enabled.Count - retired - due.Count);
    }

    private sealed record Due(
        List<(WatchedFeed Feed, DateTimeOffset Since)> Feeds,
        Dictionary<string, FeedHealth> Health,
        int Disabled,
        int Retired,
        int NotDue);

    [LoggerMessage(Level = LogLevel.Information, Message = "Polled {Polled} of {Listed} feeds, {Failed} failed, {Postponed} are left to the next run, {Elsewhere} to others; {New} new entries")]
    private partial void LogDone(int polled, int listed, int failed, int postponed, int elsewhere, int @new);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Listed} feeds are due: handed to the queue in {Batches} batches")]
    private partial void LogHandedOver(int listed, int batches);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A source of the watch list is left out: {Reason}")]
    private partial void LogLeftOut(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Feed {Feed} ({Title}) is left to the next run: the time is up")]
    private partial void LogPostponed(string feed, string title);
}
