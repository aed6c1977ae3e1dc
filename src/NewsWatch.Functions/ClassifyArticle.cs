using Microsoft.Azure.Functions.Worker;
using NewsWatch.ExtractArticle;

namespace NewsWatch.Functions;

/// <summary>Finds agreements in an article's text.</summary>
public sealed class ClassifyArticle(IStage<ArticleExtracted> stage)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(ClassifyArticle))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.ClassifyArticle, Connection = Connections.Storage)] ArticleExtracted message,
        FunctionContext context,
        CancellationToken cancellation)
        => Delivery.RunAsync(stage, message, DeliveryCount.Of(context), cancellation);
}
