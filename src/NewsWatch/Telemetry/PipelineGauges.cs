using System.Diagnostics.Metrics;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;

namespace NewsWatch.Telemetry;

/// <summary>
/// What is so now: feeds by health and messages by queue, as this host last saw them. What it has not looked at for long is told no more, so
/// that an instance that has nothing to do does not go on telling of yesterday.
/// </summary>
public sealed class PipelineGauges : IDisposable
{
    private static readonly TimeSpan QueuesFresh = TimeSpan.FromMinutes(5);

    // The schedule may let hours pass between two polls.
    private static readonly TimeSpan FeedsFresh = TimeSpan.FromDays(1);

    private readonly Meter meter = new(TelemetryName.Source);
    private readonly TimeProvider time;
    private readonly ObservableGauge<long> messages;
    private Seen queues = new(DateTimeOffset.MinValue, []);
    private Seen feeds = new(DateTimeOffset.MinValue, []);

    /// <param name="time">Tells how old what was seen is.</param>
    public PipelineGauges(TimeProvider time)
    {
        this.time = time;
        messages = Gauge(Metrics.QueueMessages, Attributes.Queue, () => queues, QueuesFresh);
        Gauge(Metrics.Feeds, Attributes.FeedHealth, () => feeds, FeedsFresh);
    }

    /// <summary>Counts the messages of every queue, and those given up in it, where somebody listens.</summary>
    /// <param name="store">The queues.</param>
    /// <param name="givenUp">Messages given up, by queue.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StorageUnavailableException">The store cannot be reached.</exception>
    public async Task CountAsync(IQueues store, IReadOnlyDictionary<string, int> givenUp, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(givenUp);
        if (!messages.Enabled)
            return;
        var counts = new List<(string, long)>();
        foreach (var queue in Pipeline.Queues)
        {
            counts.Add((queue, await store.CountAsync(queue, cancellation)));
            counts.Add((Pipeline.Poison(queue), givenUp.GetValueOrDefault(queue)));
        }
        queues = new(time.GetUtcNow(), counts);
    }

    /// <summary>Takes the health of every feed of the watch list.</summary>
    internal void Take(IEnumerable<FeedHealth> healths)
        => feeds = new(time.GetUtcNow(), [.. healths.CountBy(health => health).Select(pair => (WireName.Of(pair.Key), (long)pair.Value))]);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private ObservableGauge<long> Gauge(Metric metric, string attribute, Func<Seen> last, TimeSpan fresh)
        => meter.CreateObservableGauge(
            metric.Name,
            () => last() is var seen && time.GetUtcNow() - seen.At <= fresh
                ? seen.Values.Select(value => new Measurement<long>(value.Count, new KeyValuePair<string, object?>(attribute, value.Name)))
                : [],
            metric.Unit,
            metric.Meaning);

    private sealed record Seen(DateTimeOffset At, IReadOnlyList<(string Name, long Count)> Values);
}
