using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.ClassifyArticle;
using NewsWatch.ExtractArticle;
using NewsWatch.NotifyOperator;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Telemetry;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Cli.Hosting;

/// <summary>Every queue of the pipeline, worked together.</summary>
internal sealed class QueuePumps(IServiceProvider services, IQueues queues, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>Works every queue until cancelled.</summary>
    /// <exception cref="StorageUnavailableException">The store fails.</exception>
    public async Task RunAsync(PumpOptions options, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = All().Select(pump => pump.RunAsync(options, end.Token)).ToList();
        await Task.WhenAny(running);
        await end.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <summary>Messages in all queues, in work or waiting.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var queue in Pipeline.Queues)
            count += await queues.CountAsync(queue, cancellation);
        return count;
    }

    private IEnumerable<IQueuePump> All() =>
    [
        Pump<ArticleFound>(),
        Pump<ArticleExtracted>(),
        Pump<ArticleFlagged>(),
        Pump<Development>(),
        Pump<FeedHealthChanged>(),
    ];

    private QueuePump<TMessage> Pump<TMessage>()
        where TMessage : class
        => new(
            Pipeline.QueueOf<TMessage>(),
            services.GetRequiredService<IStage<TMessage>>(),
            queues,
            services.GetRequiredService<PoisonCauses>(),
            services.GetRequiredService<Heartbeats>(),
            time,
            logs.CreateLogger($"NewsWatch.{Pipeline.QueueOf<TMessage>()}"));
}
