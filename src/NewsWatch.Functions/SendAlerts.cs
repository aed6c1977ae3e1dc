using Microsoft.Azure.Functions.Worker;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Functions;

/// <summary>Tells each channel of a development.</summary>
public sealed class SendAlerts(IStage<Development> stage)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(SendAlerts))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.SendAlerts, Connection = Connections.Storage)] Development message,
        FunctionContext context,
        CancellationToken cancellation)
        => Delivery.RunAsync(stage, message, DeliveryCount.Of(context), cancellation);
}
