using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.NotifyOperator;
using NewsWatch.Storage;

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
        Pump(Pipeline.ExtractArticle, NewsWatchJson.Default.ArticleFound),
        Pump(Pipeline.ClassifyArticle, NewsWatchJson.Default.ArticleExtracted),
        Pump(Pipeline.TrackAgreement, NewsWatchJson.Default.ArticleFlagged),
        Pump(Pipeline.SendAlerts, NewsWatchJson.Default.Development),
        Pump(Pipeline.NotifyOperator, NewsWatchJson.Default.FeedHealthChanged),
    ];

    private QueuePump<TMessage> Pump<TMessage>(string queue, JsonTypeInfo<TMessage> type)
        => new(
            queue,
            services.GetRequiredService<IStage<TMessage>>(),
            type,
            queues,
            services.GetRequiredService<PoisonCauses>(),
            time,
            logs.CreateLogger($"NewsWatch.{queue}"));
}
