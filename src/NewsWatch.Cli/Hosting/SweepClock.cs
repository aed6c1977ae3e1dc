using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.VerifyStore;

namespace NewsWatch.Cli.Hosting;

/// <summary>Looks a while after the start, and every few hours while the host is up, for what lies still since its message is gone.</summary>
internal sealed partial class SweepClock(StoreSweeper sweeper, TimeProvider time, ILogger<SweepClock> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = AfterStart; ; wait = StoreSweeper.Every)
            {
                await Task.Delay(wait, time, stoppingToken);
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; it looks again after the next start.
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        try
        {
            await sweeper.SweepAsync(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What lies still could not be looked for; it is tried again.")]
    private partial void LogFailed(Exception failure);
}
