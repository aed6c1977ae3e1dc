namespace NewsWatch.Delivering;

/// <summary>
/// How long a message waits before it is delivered again: long enough in all to sit out a restart or an outage of some twenty minutes, short
/// enough at first for two writers that came into each other's way.
/// </summary>
public static class Backoff
{
    /// <summary>Wait before the delivery after number <paramref name="deliveries"/> of a message of <paramref name="queue"/>.</summary>
    /// <param name="queue">One of <see cref="Pipeline.Queues"/>.</param>
    /// <param name="deliveries">From 1 to <see cref="Pipeline.MaxDeliveries"/>.</param>
    public static TimeSpan After(string queue, int deliveries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(deliveries, 1);
        var (first, factor) = queue switch
        {
            // What these two reach out to is not ours: it is left alone for longer.
            Pipeline.ExtractArticle => (20, 4),
            Pipeline.SendAlerts => (15, 4),

            // These work with the store alone.
            _ => (5, 6),
        };
        return TimeSpan.FromSeconds(first * Math.Pow(factor, deliveries - 1));
    }
}
