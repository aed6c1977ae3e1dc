using Microsoft.Extensions.Logging;
using NewsWatch.Delivering;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli.Hosting;

/// <summary>
/// Takes messages off a queue, hands each to its stage, and completes it or gives it back for later: what the Functions host does for a queue
/// trigger.
/// </summary>
internal sealed partial class QueuePump(IQueueStage stage, IQueues queues, Heartbeats beats, TimeProvider time, ILogger<QueuePump> log)
{
    // The longest a stage may take with a message, as functionTimeout of host.json has it.
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMilliseconds(20);

    /// <summary>Works the queue until cancelled; messages in work are then given back.</summary>
    /// <exception cref="StorageUnavailableException">The store fails, and the options have no wait for that.</exception>
    public Task RunAsync(PumpOptions options, CancellationToken stop)
        => Task.WhenAll(Enumerable.Range(0, options.Concurrency).Select(_ => WorkAsync(options, stop)));

    private async Task WorkAsync(PumpOptions options, CancellationToken stop)
    {
        var idle = ShortestIdle;
        var heartbeat = beats.Begin(stage.Queue);
        try
        {
            while (!stop.IsCancellationRequested)
            {
                heartbeat.Beat(options.LongestIdle + LongestWork);
                var worked = await WorkOneAsync(options, stop);
                idle = worked ? ShortestIdle : idle * 2 < options.LongestIdle ? idle * 2 : options.LongestIdle;
                if (!worked)
                    await Task.Delay(idle, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host is stopping; nothing is in work here.
        }
    }

    private async Task<bool> WorkOneAsync(PumpOptions options, CancellationToken stop)
    {
        try
        {
            var taken = await queues.ReceiveAsync(stage.Queue, 1, options.Visibility, stop);
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
