using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions;

/// <summary>Tells each channel of a development.</summary>
public sealed class SendAlerts(QueueDelivery delivery)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(SendAlerts))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.SendAlerts, Connection = Connections.Storage)] string message,
        FunctionContext context,
        CancellationToken cancellation)
        => delivery.RunAsync(Pipeline.SendAlerts, message, context, cancellation);
}
