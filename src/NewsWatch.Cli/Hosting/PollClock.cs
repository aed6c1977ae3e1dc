using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Output;
using NewsWatch.NotifyOperator;
using NewsWatch.PollFeeds;
using NewsWatch.SendAlerts;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli.Hosting;

/// <summary>Polls once at the start and then on schedule; a poll that outlasts its turn delays the next one.</summary>
internal sealed partial class PollClock(
    FeedPoller poller,
    PollWatch watch,
    NoticeRound round,
    PollSchedule schedule,
    PassTeller teller,
    IHostApplicationLifetime lifetime,
    Heartbeats beats,
    IOptions<PollFeedsOptions> options,
    TimeProvider time,
    ILogger<PollClock> log) : BackgroundService
{
    // A run that is out of time still ends the feeds that it has begun.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListeningAsync(stoppingToken);
            var heartbeat = beats.Begin("poll");
            while (true)
            {
                // What a run found is waited for until the next is due.
                heartbeat.Beat(options.Value.TimeBudget + Margin + schedule.Until(time.GetUtcNow()));
                await PollAsync(stoppingToken);
                heartbeat.Beat(schedule.Until(time.GetUtcNow()) + Margin);
                await Task.Delay(schedule.Until(time.GetUtcNow()), time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping between two polls.
        }
    }

    /// <summary>Waits until the review site listens: a host that cannot start polls nobody.</summary>
    private async Task ListeningAsync(CancellationToken stop)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var told = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stop);
    }

    private async Task PollAsync(CancellationToken stop)
    {
        try
        {
            await round.GuardAsync(
                async () =>
                {
                    await watch.BeginAsync(stop);
                    var began = time.GetUtcNow();
                    var summary = await Meter.ShowAsync(teller.Screen, "Polling", meter => poller.PollAsync(new PollMeter(meter), stop));
                    await teller.PassedAsync(summary, began, stop);
                },
                stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The poll failed; the next one comes on schedule.")]
    private partial void LogFailed(Exception failure);
}
