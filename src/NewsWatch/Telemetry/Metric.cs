namespace NewsWatch.Telemetry;

/// <summary>A metric, as it is listed and made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">In UCUM, as OpenTelemetry asks: <c>s</c>, or what is counted in braces.</param>
/// <param name="Meaning">What it measures.</param>
/// <param name="Attributes">What it is broken down by; each has few values, so that a metric has few series.</param>
public sealed record Metric(MetricKind Kind, string Name, string Unit, string Meaning, params IReadOnlyList<string> Attributes)
{
    /// <summary>Upper bounds of a histogram's buckets; null for another kind.</summary>
    public IReadOnlyList<double>? Buckets { get; init; }
}

/// <summary>Kinds of metrics.</summary>
public enum MetricKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Measured values, counted in buckets.</summary>
    Histogram,

    /// <summary>What is so now.</summary>
    Gauge,
}
