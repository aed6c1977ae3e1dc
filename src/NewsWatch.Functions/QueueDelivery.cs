using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using NewsWatch.Delivering;
using NewsWatch.Storage;

namespace NewsWatch.Functions;

/// <summary>Hands what a queue trigger brings to its stage, and says to the Functions host what becomes of the message.</summary>
public sealed class QueueDelivery(IEnumerable<IQueueStage> stages, IQueues queues, TimeProvider time)
{
    // host.json's functionTimeout less a margin: what runs into that is cancelled as well, and that does count as a try.
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromMinutes(9);

    /// <summary>Delivers one message. The host deletes it where this returns, and delivers it again where this throws.</summary>
    public async Task RunAsync(string queue, string body, FunctionContext context, CancellationToken cancellation)
    {
        var message = HostDelivery.Of(queue, body, context);
        var began = time.GetTimestamp();
        try
        {
            if (await StageOf(queue).DeliverAsync(body, message.Deliveries, cancellation) is { } failure)
                await ComeAgainAsync(message, failure);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && time.GetElapsedTime(began) < LongestDelivery)
        {
            // The instance goes away. A queue counts that as a delivery all the same; a copy begins to count anew.
            await queues.SendAsync(queue, body, TimeSpan.Zero, CancellationToken.None);
        }
    }

    private IQueueStage StageOf(string queue) => stages.First(stage => stage.Queue == queue);

    // The host knows one wait for all queues. Released here with a wait of its own, the message has a new receipt; the host's own release
    // comes with the old one, and does nothing.
    private async Task ComeAgainAsync(QueuedMessage message, Exception failure)
    {
        if (message.Receipt.Length > 0)
            await queues.ReleaseAsync(message, Backoff.After(message.Queue, message.Deliveries), CancellationToken.None);
        ExceptionDispatchInfo.Throw(failure);
    }
}
