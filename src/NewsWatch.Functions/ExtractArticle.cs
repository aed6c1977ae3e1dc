using Microsoft.Azure.Functions.Worker;
using NewsWatch.PollFeeds;

namespace NewsWatch.Functions;

/// <summary>Fetches and reads an article that a feed announced.</summary>
public sealed class ExtractArticle(IStage<ArticleFound> stage)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(ExtractArticle))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.ExtractArticle, Connection = Connections.Storage)] ArticleFound message,
        FunctionContext context,
        CancellationToken cancellation)
        => Delivery.RunAsync(stage, message, DeliveryCount.Of(context), cancellation);
}
