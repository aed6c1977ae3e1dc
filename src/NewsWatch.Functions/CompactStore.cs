using Microsoft.Azure.Functions.Worker;
using NewsWatch.CompactStore;

namespace NewsWatch.Functions;

/// <summary>Packs and drops what old days left.</summary>
public sealed class CompactStore(StoreCompactor compactor)
{
    /// <summary>Runs once a day, as <see cref="StoreCompactor.Every"/> has it.</summary>
    [Function(nameof(CompactStore))]
    public Task RunAsync([TimerTrigger("0 20 3 * * *")] TimerInfo timer, CancellationToken cancellation) => compactor.CompactAsync(cancellation);
}
