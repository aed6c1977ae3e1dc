using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using NewsWatch.Review.Search;
using NewsWatch.Telemetry;

namespace NewsWatch.Review.Health;

/// <summary>Tells, whenever it is asked, in which state every entry found is: as far as the index has followed the journals.</summary>
internal sealed class EntryGauge(EntryCounts entries, ReviewIndex index) : IHostedService, IDisposable
{
    private readonly Meter meter = new(TelemetryName.Source);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meter.CreateObservableGauge(Metrics.Entries.Name, Observe, Metrics.Entries.Unit, Metrics.Entries.Meaning);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => meter.Dispose();

    /// <summary>An index that is still being built would tell of a fall that there was none of.</summary>
    private IEnumerable<Measurement<long>> Observe() => !index.HasFollowed ? [] : entries.Count().Select(
        state => new Measurement<long>(state.Value, new KeyValuePair<string, object?>(Attributes.EntryState, WireName.Of(state.Key))));
}
