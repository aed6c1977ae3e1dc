using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Hosting;

/// <summary>Polls what is due, works the queues until they are empty, and sends what waited for that.</summary>
internal sealed class OnePass(FeedPoller poller, QueuePumps pumps, NoticeRound round, TimeProvider time)
{
    /// <summary>Between two looks at the queues where they are nearly empty, and where they are not: to count many messages takes its time.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LookAtMany = TimeSpan.FromSeconds(2);
    private const int Many = 1000;

    /// <summary>Runs one pass.</summary>
    /// <param name="patience">Longest wait, after the poll, for messages that come due later or that another process holds.</param>
    /// <param name="meter">Shows how far it has come.</param>
    /// <param name="cancellation">Stops the pass; what is not done stays in the queues.</param>
    /// <returns>What the poll saw.</returns>
    public async Task<PollSummary> RunAsync(TimeSpan patience, Meter meter, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var working = pumps.RunAsync(PumpOptions.OnePass, end.Token);
        try
        {
            var summary = await poller.PollAsync(new PollMeter(meter), cancellation);
            meter.Say("Reading articles");
            await DrainAsync(patience, meter, working, cancellation);
            await round.GoAsync(passIsDone: true, watchesPolls: false, cancellation);
            await DrainAsync(patience, meter, working, cancellation);
            await round.GoAsync(passIsDone: true, watchesPolls: false, cancellation);
            return summary;
        }
        finally
        {
            await end.CancelAsync();
            await working;
        }
    }

    private async Task DrainAsync(TimeSpan patience, Meter meter, Task working, CancellationToken cancellation)
    {
        var last = time.GetTimestamp();
        var left = await pumps.CountAsync(cancellation);
        var most = left;
        while (left > 0 && time.GetElapsedTime(last) < patience && !working.IsCompleted)
        {
            meter.Expect(most);
            meter.At(most - left);
            await Task.Delay(left < Many ? Look : LookAtMany, time, cancellation);
            var now = await pumps.CountAsync(cancellation);
            if (now != left)
                last = time.GetTimestamp();
            left = now;
            most = Math.Max(most, left);
        }
    }
}
