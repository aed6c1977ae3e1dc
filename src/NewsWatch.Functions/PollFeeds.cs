using Microsoft.Azure.Functions.Worker;
using NewsWatch.NotifyOperator;
using NewsWatch.PollFeeds;
using NewsWatch.SendAlerts;

namespace NewsWatch.Functions;

/// <summary>Polls the feeds that are due.</summary>
public sealed class PollFeeds(FeedPoller poller, PollWatch watch, NoticeRound round)
{
    /// <summary>Runs one poll; the schedule has six fields, seconds first.</summary>
    [Function(nameof(PollFeeds))]
    public Task RunAsync([TimerTrigger("%PollSchedule%")] TimerInfo timer, CancellationToken cancellation) => round.GuardAsync(
        async () =>
        {
            await watch.BeginAsync(cancellation);
            await poller.PollAsync(cancellation);
        },
        cancellation);
}
