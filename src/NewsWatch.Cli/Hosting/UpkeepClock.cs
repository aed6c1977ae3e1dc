using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.CompactStore;
using NewsWatch.VerifyStore;

namespace NewsWatch.Cli.Hosting;

/// <summary>
/// Looks a while after the start, and every so often while the host is up, for what lies still since its message is gone, and for old days to pack.
/// </summary>
internal sealed partial class UpkeepClock(StoreSweeper sweeper, StoreCompactor compactor, TimeProvider time, ILogger<UpkeepClock> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(
                RepeatAsync(nameof(StoreSweeper), sweeper.SweepAsync, StoreSweeper.Every, stoppingToken),
                RepeatAsync(nameof(StoreCompactor), compactor.CompactAsync, StoreCompactor.Every, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; both go on after the next start.
        }
    }

    private async Task RepeatAsync(string name, Func<CancellationToken, Task> work, TimeSpan every, CancellationToken stop)
    {
        for (var wait = AfterStart; ; wait = every)
        {
            await Task.Delay(wait, time, stop);
            try
            {
                await work(stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogFailed(name, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} has failed; it is tried again.")]
    private partial void LogFailed(string work, Exception failure);
}
