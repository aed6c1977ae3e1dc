using Microsoft.Azure.Functions.Worker;
using NewsWatch.PollFeeds;

namespace NewsWatch.Functions;

/// <summary>Tells the operator that a feed fails, is gone, has gone quiet or has recovered.</summary>
public sealed class NotifyOperator(IStage<FeedHealthChanged> stage)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(NotifyOperator))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.NotifyOperator, Connection = Connections.Storage)] FeedHealthChanged message,
        FunctionContext context,
        CancellationToken cancellation)
        => Delivery.RunAsync(stage, message, DeliveryCount.Of(context), cancellation);
}
