namespace NewsWatch.Fetching;

/// <summary>What is known of one host's pace.</summary>
internal sealed class PacedHost(int places, TimeProvider time)
{
    /// <summary>The longest Crawl-delay that is kept; a longer one would hold a message for longer than it may be hidden.</summary>
    public static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private long? nextStart;
    private DateTimeOffset? pausedUntil;
    private TimeSpan crawlDelay;

    /// <summary>Exchanges that may begin before another ends.</summary>
    public SemaphoreSlim Places { get; } = new(places, places);

    /// <summary>How much longer the host wants to be left alone; null where it does not.</summary>
    public TimeSpan? PauseLeft
    {
        get
        {
            lock (gate)
                return pausedUntil - time.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : null;
        }
    }

    /// <summary>True where forgetting the host would change nothing but its Crawl-delay, which its robots.txt gives again.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
                return Places.CurrentCount == places && !(nextStart > time.GetTimestamp()) && !(pausedUntil > time.GetUtcNow());
        }
    }

    /// <summary>Takes the next free beginning; how long until then.</summary>
    public TimeSpan TakeStart(TimeSpan spacing)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var start = nextStart > now ? nextStart.Value : now;
            var gap = spacing > crawlDelay ? spacing : crawlDelay;
            nextStart = start + (long)(gap.TotalSeconds * time.TimestampFrequency);
            return time.GetElapsedTime(now, start);
        }
    }

    /// <summary>Leaves the host alone for so long.</summary>
    public void Pause(TimeSpan pause)
    {
        lock (gate)
            pausedUntil = time.GetUtcNow() + pause;
    }

    /// <summary>Keeps a Crawl-delay.</summary>
    public void Slow(TimeSpan delay)
    {
        lock (gate)
            crawlDelay = delay < LongestCrawlDelay ? delay : LongestCrawlDelay;
    }
}
