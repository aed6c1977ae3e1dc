using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.VerifyStore;

namespace NewsWatch.Cli.Hosting;

/// <summary>Looks every few hours, while the host is up, for what lies still since its message is gone.</summary>
internal sealed partial class SweepClock(StoreSweeper sweeper, TimeProvider time, ILogger<SweepClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(StoreSweeper.Every, time, stoppingToken);
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; the next start looks in its time.
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
