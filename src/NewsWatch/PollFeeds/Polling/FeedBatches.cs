using NewsWatch.Fetching.Hops;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>Divides feeds that are due among messages.</summary>
internal static class FeedBatches
{
    /// <summary>
    /// Most due feeds that one run polls by itself: at sixteen at once and two seconds each it takes half a minute of its four.
    /// </summary>
    public const int MostInPlace = 200;

    /// <summary>
    /// Feeds a message. One host's, a second apart, are then polled within a minute, and sixteen that hang for their two minutes each still
    /// leave room in the four of a run; a message of fifty ids has 1.2 KiB of 48.
    /// </summary>
    public const int Size = 50;

    /// <summary>
    /// Batches, the most overdue feeds first. One host's feeds go together as far as a batch holds them, so that one process asks it, in
    /// its own order.
    /// </summary>
    public static IEnumerable<FeedsDue> Of(IEnumerable<(WatchedFeed Feed, DateTimeOffset Since)> due)
    {
        var batch = new List<string>(Size);
        var hosts = due.OrderBy(one => one.Since).GroupBy(one => HostName.Of(one.Feed.Address), StringComparer.OrdinalIgnoreCase);
        foreach (var chunk in hosts.SelectMany(host => host.Chunk(Size)))
        {
            if (batch.Count + chunk.Length > Size)
            {
                yield return new([.. batch]);
                batch.Clear();
            }
            batch.AddRange(chunk.Select(one => one.Feed.Id));
        }
        if (batch.Count > 0)
            yield return new([.. batch]);
    }
}
