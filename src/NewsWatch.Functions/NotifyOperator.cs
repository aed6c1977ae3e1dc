using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions;

/// <summary>Tells the operator that a feed fails, is gone, has gone quiet or has recovered.</summary>
public sealed class NotifyOperator(QueueDelivery delivery)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(NotifyOperator))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.NotifyOperator, Connection = Connections.Storage)] string message,
        FunctionContext context,
        CancellationToken cancellation)
        => delivery.RunAsync(Pipeline.NotifyOperator, message, context, cancellation);
}
