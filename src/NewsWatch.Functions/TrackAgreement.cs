using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions;

/// <summary>Files an article under its agreements.</summary>
public sealed class TrackAgreement(QueueDelivery delivery)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(TrackAgreement))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.TrackAgreement, Connection = Connections.Storage)] string message,
        FunctionContext context,
        CancellationToken cancellation)
        => delivery.RunAsync(Pipeline.TrackAgreement, message, context, cancellation);
}
