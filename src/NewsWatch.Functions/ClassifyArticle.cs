using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions;

/// <summary>Finds agreements in an article's text.</summary>
public sealed class ClassifyArticle(QueueDelivery delivery)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(ClassifyArticle))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.ClassifyArticle, Connection = Connections.Storage)] string message,
        FunctionContext context,
        CancellationToken cancellation)
        => delivery.RunAsync(Pipeline.ClassifyArticle, message, context, cancellation);
}
