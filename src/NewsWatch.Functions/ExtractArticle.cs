using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions;

/// <summary>Fetches and reads an article that a feed announced.</summary>
public sealed class ExtractArticle(QueueDelivery delivery)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(ExtractArticle))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.ExtractArticle, Connection = Connections.Storage)] string message,
        FunctionContext context,
        CancellationToken cancellation)
        => delivery.RunAsync(Pipeline.ExtractArticle, message, context, cancellation);
}
