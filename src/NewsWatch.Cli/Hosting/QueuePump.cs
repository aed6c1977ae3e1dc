using Microsoft.Extensions.Logging;
using NewsWatch.Delivering;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli.Hosting;

/// <summary>
/// Takes messages off a queue, hands each to its stage, and completes it or gives it back for later: what the Functions host does for a queue
/// trigger. Of the workers that have nothing to do one keeps a lookout, for what other processes send and what comes due: it looks into the queue
/// from time to time. All are woken by what this process sends.
/// </summary>
internal sealed partial class QueuePump(IQueueStage stage, IQueues queues, QueueBell bell, Heartbeats beats, TimeProvider time, ILogger<QueuePump> log)
{
    // The longest a stage may take with a message, as functionTimeout of host.json has it.
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMilliseconds(20);

    /// <summary>Works the queue until cancelled; messages in work are then given back.</summary>
    /// <exception cref="StorageUnavailableException">The store fails, and the options have no wait for that.</exception>
    public async Task RunAsync(PumpOptions options, CancellationToken stop)
    {
        using var lookout = new SemaphoreSlim(1, 1);
        await Together.RunAsync(end => Enumerable.Range(0, options.Concurrency).Select(_ => WorkAsync(options, lookout, end)), stop);
    }

    private async Task WorkAsync(PumpOptions options, SemaphoreSlim lookout, CancellationToken stop)
    {
        var idle = ShortestIdle;
        var heartbeat = beats.Begin(stage.Queue);
        try
        {
            while (!stop.IsCancellationRequested)
            {
                heartbeat.Beat(options.LongestIdle + LongestWork);
                if (await WorkOneAsync(options, stop))
                {
                    idle = ShortestIdle;
                    continue;
                }
                idle = idle * 2 < options.LongestIdle ? idle * 2 : options.LongestIdle;
                heartbeat.Beat(Timeout.InfiniteTimeSpan);
                await WaitAsync(idle, lookout, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host is stopping; nothing is in work here.
        }
    }

    private async Task WaitAsync(TimeSpan idle, SemaphoreSlim lookout, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var rung = bell.WaitAsync(stage.Queue, end.Token);
        var turn = lookout.WaitAsync(end.Token);
        if (await Task.WhenAny(rung, turn) == turn)
            await Task.WhenAny(rung, Task.Delay(idle, time, end.Token));
        await end.CancelAsync();
        // Both are settled before the next look: a ring that is heard after it would be lost.
        await Task.WhenAny(rung);
        await Task.WhenAny(turn);
        if (turn.IsCompletedSuccessfully)
            lookout.Release();
        stop.ThrowIfCancellationRequested();
    }

    private async Task<bool> WorkOneAsync(PumpOptions options, CancellationToken stop)
    {
        try
        {
            var taken = await queues.ReceiveAsync(stage.Queue, 1, options.Visibility, stop);
            if (taken.Count > 0)
                bell.Ring(stage.Queue); // where there is one there may be another
            foreach (var message in taken)
                await DeliverAsync(message, options, stop);
            return taken.Count > 0;
        }
        catch (StorageUnavailableException outage) when (options.AfterOutage is not null)
        {
            LogOutage(stage.Queue, outage.Message);
            await Task.Delay(options.AfterOutage.Value, time, stop);
            return false;
        }
    }

    private async Task DeliverAsync(QueuedMessage message, PumpOptions options, CancellationToken stop)
    {
        try
        {
            if (await stage.DeliverAsync(message.Body, message.Deliveries, stop) is null)
                await queues.CompleteAsync(message, CancellationToken.None);
            else
                await queues.ReleaseAsync(message, options.RetryAfter(stage.Queue, message.Deliveries), CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await queues.ReleaseAsync(message, TimeSpan.Zero, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue}: {Reason}")]
    private partial void LogOutage(string queue, string reason);
}
