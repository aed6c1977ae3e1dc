using Microsoft.Azure.Functions.Worker;

namespace NewsWatch.Functions;

/// <summary>Polls a batch of the feeds that are due, where they are too many for the timer's instance alone.</summary>
public sealed class PollFeedBatch(QueueDelivery delivery)
{
    /// <summary>Hands one message to the stage.</summary>
    [Function(nameof(PollFeedBatch))]
    public Task RunAsync(
        [QueueTrigger(Pipeline.PollFeeds, Connection = Connections.Storage)] string message,
        FunctionContext context,
        CancellationToken cancellation)
        => delivery.RunAsync(Pipeline.PollFeeds, message, context, cancellation);
}
