using NewsWatch.Delivering;
using NewsWatch.Storage;

namespace NewsWatch.Poison;

/// <summary>
/// Takes in what the Functions host has moved to its poison queues without the stage hearing of it: a message whose last delivery was cut
/// off, or whose text is not in base64. The stage records that it gave up, so that no entry stays pending for ever.
/// </summary>
public sealed class PoisonCollector(IEnumerable<IQueueStage> stages, IQueues queues)
{
    private const int AtOnce = 32;
    private const string Cause = "The last delivery did not end: it was cut off, or the message could not be read.";
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>Takes in all there is.</summary>
    /// <returns>Messages taken in.</returns>
    public async Task<int> CollectAsync(CancellationToken cancellation)
    {
        var collected = 0;
        foreach (var stage in stages)
            while (await queues.ReceiveAsync(Pipeline.Poison(stage.Queue), AtOnce, Hold, cancellation) is { Count: > 0 } messages)
                foreach (var message in messages)
                {
                    await stage.GiveUpAsync(message.Body, Cause, cancellation);
                    await queues.CompleteAsync(message, cancellation);
                    collected++;
                }
        return collected;
    }
}
