using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Telemetry;

/// <summary>Keeps every span and measurement of NewsWatch while it lives.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<Measured> measured = new();
    private readonly ActivityListener traces;
    private readonly MeterListener meters = new();

    public TelemetryRecorder()
    {
        traces = new()
        {
            ShouldListenTo = source => source.Name == TelemetryName.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == TelemetryName.Source)
                listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.Start();
    }

    /// <summary>Spans that have ended, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. spans];

    /// <summary>Measurements so far; gauges only where they were asked.</summary>
    public IReadOnlyList<Measured> Measured => [.. measured];

    /// <summary>Has the gauges tell what is so now.</summary>
    public void AskGauges() => meters.RecordObservableInstruments();

    /// <summary>Measurements of a metric.</summary>
    public IReadOnlyList<Measured> Of(Metric metric) => [.. measured.Where(one => one.Name == metric.Name)];

    /// <summary>Sum of a counter, where an attribute has a value.</summary>
    public double Sum(Metric metric, string attribute, string value)
        => Of(metric).Where(one => Equals(one.Tags.GetValueOrDefault(attribute), value)).Sum(one => one.Value);

    public void Dispose()
    {
        traces.Dispose();
        meters.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => measured.Enqueue(new(instrument.Name, instrument.Unit, value, tags.ToArray().ToDictionary(StringComparer.Ordinal)));
}

/// <summary>A measurement.</summary>
internal sealed record Measured(string Name, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags);
