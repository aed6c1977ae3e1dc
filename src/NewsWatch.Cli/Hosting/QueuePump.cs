using Microsoft.Extensions.Logging;
using NewsWatch.NotifyOperator;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli.Hosting;

/// <summary>
/// Takes messages off a queue, hands each to its stage, and completes it, gives it back for later, or moves it to the poison queue
/// after the last delivery: what the Functions host does for a queue trigger.
/// </summary>
internal sealed partial class QueuePump<TMessage>(
    string queue, IStage<TMessage> stage, IQueues queues, PoisonCauses causes, Heartbeats beats, TimeProvider time, ILogger log)
    : IQueuePump
    where TMessage : class
{
    // The longest a stage may take with a message, as functionTimeout of host.json has it.
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMilliseconds(20);

    public string Queue => queue;

    public Task RunAsync(PumpOptions options, CancellationToken stop)
        => Task.WhenAll(Enumerable.Range(0, options.Concurrency).Select(_ => WorkAsync(options, stop)));

    private async Task WorkAsync(PumpOptions options, CancellationToken stop)
    {
        var idle = ShortestIdle;
        var heartbeat = beats.Begin(queue);
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
            var taken = await queues.ReceiveAsync(queue, 1, options.Visibility, stop);
            foreach (var message in taken)
                await DeliverAsync(message, options, stop);
            return taken.Count > 0;
        }
        catch (StorageUnavailableException outage) when (options.AfterOutage is not null)
        {
            LogOutage(queue, outage.Message);
            await Task.Delay(options.AfterOutage.Value, time, stop);
            return false;
        }
    }

    private async Task DeliverAsync(QueuedMessage message, PumpOptions options, CancellationToken stop)
    {
        try
        {
            await Delivery.RunAsync(stage, message.Body, message.Deliveries, stop);
            await queues.CompleteAsync(message, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await queues.ReleaseAsync(message, TimeSpan.Zero, CancellationToken.None);
        }
        catch (Exception failure) when (message.Deliveries >= Pipeline.MaxDeliveries)
        {
            LogPoison(failure, queue, message.Body);
            await causes.KeepAsync(queue, message.Body, failure, CancellationToken.None);
            await queues.PoisonAsync(message, CancellationToken.None);
        }
        catch (Exception failure)
        {
            var wait = options.RetryAfter(message.Deliveries);
            LogRetry(queue, message.Body, message.Deliveries, wait, failure.Message);
            await queues.ReleaseAsync(message, wait, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue}: {Reason}")]
    private partial void LogOutage(string queue, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue}: given up, now in the poison queue: {Body}")]
    private partial void LogPoison(Exception failure, string queue, string body);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Queue}: {Body} failed at delivery {Delivery}, again in {Wait}: {Reason}")]
    private partial void LogRetry(string queue, string body, int delivery, TimeSpan wait, string reason);
}
