using Microsoft.Azure.Functions.Worker;
using NewsWatch.VerifyStore;

namespace NewsWatch.Functions;

/// <summary>Sends again what lies still since its message is gone.</summary>
public sealed class SweepStore(StoreSweeper sweeper)
{
    /// <summary>Runs every six hours, as <see cref="StoreSweeper.Every"/> has it.</summary>
    [Function(nameof(SweepStore))]
    public Task RunAsync([TimerTrigger("0 35 */6 * * *")] TimerInfo timer, CancellationToken cancellation) => sweeper.SweepAsync(cancellation);
}
