using NewsWatch.NotifyOperator;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.Storage;

namespace NewsWatch.SendAlerts;

/// <summary>What a host does every minute or so beside its queues: sends what is due, and looks round for the operator.</summary>
public sealed class NoticeRound(DevelopmentConfirmer confirmer, DigestSender digests, OperatorRound operators)
{
    /// <summary>One round.</summary>
    /// <param name="passIsDone">True where the host knows that everything found so far has come through.</param>
    /// <param name="watchesPolls">False where polls come by hand, and none is late.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageUnavailableException">The store is refused; the operator has been told.</exception>
    public Task GoAsync(bool passIsDone, bool watchesPolls, CancellationToken cancellation) => GuardAsync(
        async () =>
        {
            await confirmer.ReleaseAsync(cancellation);
            await digests.SendDueAsync(passIsDone, cancellation);
            await operators.GoAsync(watchesPolls, cancellation);
        },
        cancellation);

    /// <summary>Works with the store; where that is refused, the operator is told before the failure is thrown on.</summary>
    public async Task GuardAsync(Func<Task> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
        }
        catch (StorageUnavailableException outage)
        {
            await operators.TellOfStoreAsync(outage, cancellation);
            throw;
        }
    }
}
