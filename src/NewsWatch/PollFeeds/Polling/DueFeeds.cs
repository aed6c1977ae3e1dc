using NewsWatch.Fetching.Hops;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>
/// The feeds that are due, handed out the most overdue first, but never more of one host at once than allowed: a host with many feeds then
/// does not keep workers waiting that could serve others. Safe for all threads.
/// </summary>
internal sealed class DueFeeds
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Queue<(WatchedFeed Feed, DateTimeOffset Since)>, DateTimeOffset> lanes = new();

    /// <param name="due">Feeds with the time since when they are due; the minimum for one never polled.</param>
    /// <param name="perHost">Most feeds of one host handed out at once.</param>
    public DueFeeds(IEnumerable<(WatchedFeed Feed, DateTimeOffset Since)> due, int perHost)
    {
        foreach (var host in due.OrderBy(one => one.Since).GroupBy(one => HostName.Of(one.Feed.Address), StringComparer.OrdinalIgnoreCase))
            foreach (var lane in host.Index().GroupBy(one => one.Index % perHost, one => one.Item))
                Free(new(lane));
    }

    /// <summary>The next feed; null where none is left, or each that is must wait for one of its host. To be disposed of when done with.</summary>
    public Turn? Next()
    {
        lock (gate)
            return lanes.TryDequeue(out var lane, out _) ? new(this, lane, lane.Dequeue().Feed) : null;
    }

    private void Free(Queue<(WatchedFeed Feed, DateTimeOffset Since)> lane)
    {
        lock (gate)
            if (lane.TryPeek(out var first))
                lanes.Enqueue(lane, first.Since);
    }

    /// <summary>A feed handed out; disposing of it frees its host for the next.</summary>
    internal sealed class Turn(DueFeeds owner, Queue<(WatchedFeed Feed, DateTimeOffset Since)> lane, WatchedFeed feed) : IDisposable
    {
        public WatchedFeed Feed => feed;

        public void Dispose() => owner.Free(lane);
    }
}
