using NewsWatch.PollFeeds;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Hosting;

/// <summary>Polls what is due, works the queues until they are empty, and sends what waited for that.</summary>
internal sealed class OnePass(FeedPoller poller, QueuePumps pumps, NoticeRound round, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs one pass.</summary>
    /// <param name="patience">Longest wait, after the poll, for messages that come due later or that another process holds.</param>
    /// <param name="cancellation">Stops the pass; what is not done stays in the queues.</param>
    /// <returns>What the poll saw.</returns>
    public async Task<PollSummary> RunAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var working = pumps.RunAsync(PumpOptions.OnePass, end.Token);
        try
        {
            var summary = await poller.PollAsync(cancellation);
            await DrainAsync(patience, working, cancellation);
            await round.GoAsync(passIsDone: true, watchesPolls: false, cancellation);
            await DrainAsync(patience, working, cancellation);
            await round.GoAsync(passIsDone: true, watchesPolls: false, cancellation);
            return summary;
        }
        finally
        {
            await end.CancelAsync();
            await working;
        }
    }

    private async Task DrainAsync(TimeSpan patience, Task working, CancellationToken cancellation)
    {
        var last = time.GetTimestamp();
        var left = await pumps.CountAsync(cancellation);
        while (left > 0 && time.GetElapsedTime(last) < patience && !working.IsCompleted)
        {
            await Task.Delay(Look, time, cancellation);
            var now = await pumps.CountAsync(cancellation);
            if (now != left)
                last = time.GetTimestamp();
            left = now;
        }
    }
}
