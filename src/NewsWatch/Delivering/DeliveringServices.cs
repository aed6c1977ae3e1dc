using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Poison;
using NewsWatch.Storage;

namespace NewsWatch.Delivering;

/// <summary>Registers what this folder holds.</summary>
public static class DeliveringServices
{
    /// <summary>Adds an <see cref="IQueueStage"/> for each of <see cref="Pipeline.Queues"/>.</summary>
    public static IServiceCollection AddQueueStages(this IServiceCollection services) => services
        .AddQueueStage(Pipeline.PollFeeds, NewsWatchJson.Default.FeedsDue)
        .AddQueueStage(Pipeline.ExtractArticle, NewsWatchJson.Default.ArticleFound)
        .AddQueueStage(Pipeline.ClassifyArticle, NewsWatchJson.Default.ArticleExtracted)
        .AddQueueStage(Pipeline.TrackAgreement, NewsWatchJson.Default.ArticleFlagged)
        .AddQueueStage(Pipeline.SendAlerts, NewsWatchJson.Default.Development)
        .AddQueueStage(Pipeline.NotifyOperator, NewsWatchJson.Default.FeedHealthChanged);

    /// <summary>Adds the stage of one queue.</summary>
    public static IServiceCollection AddQueueStage<TMessage>(this IServiceCollection services, string queue, JsonTypeInfo<TMessage> type)
        where TMessage : class
        => services.AddSingleton<IQueueStage>(provider => new QueueStage<TMessage>(
            queue,
            provider.GetRequiredService<IStage<TMessage>>(),
            type,
            provider.GetRequiredService<PoisonDesk>(),
            provider.GetRequiredService<ILogger<QueueStage<TMessage>>>()));
}
