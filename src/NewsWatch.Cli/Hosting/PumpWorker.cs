using Microsoft.Extensions.Hosting;

namespace NewsWatch.Cli.Hosting;

/// <summary>Works every queue while the host is up.</summary>
internal sealed class PumpWorker(QueuePumps pumps) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => pumps.RunAsync(PumpOptions.Standing, stoppingToken);
}
