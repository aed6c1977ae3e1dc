using Microsoft.Azure.Functions.Worker;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Functions;

/// <summary>Files an article under its agreements.</summary>
public sealed class TrackAgreement(IStage<ArticleFlagged> stage)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(TrackAgreement))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.TrackAgreement, Connection = Connections.Storage)] ArticleFlagged message,
        FunctionContext context,
        CancellationToken cancellation)
        => Delivery.RunAsync(stage, message, DeliveryCount.Of(context), cancellation);
}
