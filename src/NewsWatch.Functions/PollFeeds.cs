using Microsoft.Azure.Functions.Worker;
using NewsWatch.PollFeeds;

namespace NewsWatch.Functions;

/// <summary>Polls the feeds that are due.</summary>
public sealed class PollFeeds(FeedPoller poller)
{
    /// <summary>Runs one poll; the schedule has six fields, seconds first.</summary>
    [Function(nameof(PollFeeds))]
    public Task RunAsync([TimerTrigger("%PollSchedule%")] TimerInfo timer, CancellationToken cancellation)
        => poller.PollAsync(cancellation);
}
