using Microsoft.Azure.Functions.Worker;
using NewsWatch.Poison;

namespace NewsWatch.Functions;

/// <summary>
/// Takes in what the host has moved to the poison queues. A timer and not a trigger for each of them: a trigger would never be handed a
/// message that is not in base64, and an idle instance polls fewer queues.
/// </summary>
public sealed class CollectPoison(PoisonCollector collector)
{
    /// <summary>Runs every five minutes: what it takes in has failed for twenty, and each run is billed for a second.</summary>
    [Function(nameof(CollectPoison))]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => collector.CollectAsync(cancellation);
}
