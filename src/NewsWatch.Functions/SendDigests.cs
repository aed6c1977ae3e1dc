using Microsoft.Azure.Functions.Worker;
using NewsWatch.SendAlerts;

namespace NewsWatch.Functions;

/// <summary>Sends what waited and is due: digests, what quiet hours held back, and the operator's notices.</summary>
public sealed class SendDigests(NoticeRound round)
{
    /// <summary>Runs one round, every minute.</summary>
    [Function(nameof(SendDigests))]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation)
        => round.GoAsync(passIsDone: false, watchesPolls: true, cancellation);
}
