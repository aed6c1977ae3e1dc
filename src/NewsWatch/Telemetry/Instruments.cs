using System.Diagnostics.Metrics;

namespace NewsWatch.Telemetry;

/// <summary>What the stages count and measure. Where nobody listens, an instrument is a look at one field.</summary>
internal static class Instruments
{
    private static readonly Meter Meter = new(TelemetryName.Source);

    public static Histogram<double> StageDuration { get; } = Histogram(Metrics.StageDuration);

    public static Counter<long> MessagesSent { get; } = Counter(Metrics.MessagesSent);

    public static Histogram<double> MessageAge { get; } = Histogram(Metrics.MessageAge);

    public static Histogram<double> PollDuration { get; } = Histogram(Metrics.PollDuration);

    public static Counter<long> Polls { get; } = Counter(Metrics.Polls);

    public static Counter<long> EntriesRead { get; } = Counter(Metrics.EntriesRead);

    public static Counter<long> EntriesEnded { get; } = Counter(Metrics.EntriesEnded);

    public static Histogram<double> FetchDuration { get; } = Histogram(Metrics.FetchDuration);

    public static Counter<long> Developments { get; } = Counter(Metrics.Developments);

    public static Counter<long> Notices { get; } = Counter(Metrics.Notices);

    public static Histogram<double> AlertLag { get; } = Histogram(Metrics.AlertLag);

    public static Histogram<double> AlertDelay { get; } = Histogram(Metrics.AlertDelay);

    /// <summary>Adds to a counter, where there is anything to add.</summary>
    public static void Count(this Counter<long> counter, long count, string attribute, string value)
    {
        if (count > 0)
            counter.Add(count, new KeyValuePair<string, object?>(attribute, value));
    }

    private static Counter<long> Counter(Metric metric) => Meter.CreateCounter<long>(metric.Name, metric.Unit, metric.Meaning);

    private static Histogram<double> Histogram(Metric metric) => Meter.CreateHistogram(
        metric.Name, metric.Unit, metric.Meaning, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = metric.Buckets });
}
