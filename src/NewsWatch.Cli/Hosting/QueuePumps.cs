using Microsoft.Extensions.Logging;
using NewsWatch.Delivering;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli.Hosting;

/// <summary>Every queue of the pipeline, worked together.</summary>
internal sealed class QueuePumps(
    IEnumerable<IQueueStage> stages, IQueues queues, QueueBell bell, Heartbeats beats, TimeProvider time, ILogger<QueuePump> log)
{
    /// <summary>Works every queue until cancelled.</summary>
    /// <exception cref="StorageUnavailableException">The store fails.</exception>
    public Task RunAsync(PumpOptions options, CancellationToken stop)
        => Together.RunAsync(end => stages.Select(stage => new QueuePump(stage, queues, bell, beats, time, log).RunAsync(options, end)), stop);

    /// <summary>Messages in all queues, in work or waiting.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var queue in Pipeline.Queues)
            count += await queues.CountAsync(queue, cancellation);
        return count;
    }
}
