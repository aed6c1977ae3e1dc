using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.Poison;
using NewsWatch.SendAlerts;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli.Hosting;

/// <summary>Sends what waited and is due, digests and the operator's notices, while the host is up.</summary>
internal sealed partial class NoticeClock(
    NoticeRound round, PoisonCollector poison, Heartbeats beats, TimeProvider time, ILogger<NoticeClock> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    // A round may tell many channels that do not answer, each to its limit of time.
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var heartbeat = beats.Begin("notices");
        try
        {
            while (true)
            {
                heartbeat.Beat(Every + LongestRound);
                await Task.Delay(Every, time, stoppingToken);
                await GoAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; what is due is due at the next start.
        }
    }

    private async Task GoAsync(CancellationToken stop)
    {
        try
        {
            await poison.CollectAsync(stop);
            await round.GoAsync(passIsDone: false, watchesPolls: true, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be sent; it is tried again.")]
    private partial void LogFailed(Exception failure);
}
