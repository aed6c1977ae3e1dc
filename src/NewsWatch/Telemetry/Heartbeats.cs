using System.Collections.Concurrent;

namespace NewsWatch.Telemetry;

/// <summary>
/// Whether a host's loops go round. Each says at every turn how long it may take to be heard of again; time is counted and not told by the
/// clock, which may be set.
/// </summary>
public sealed class Heartbeats(TimeProvider time)
{
    private readonly ConcurrentQueue<Heartbeat> all = new();

    /// <summary>A loop begins; it is alive until it gives itself a time, and that is over.</summary>
    /// <param name="loop">Its name; several loops may share one, which is alive while all of them are.</param>
    public Heartbeat Begin(string loop)
    {
        var heartbeat = new Heartbeat(loop, time);
        all.Enqueue(heartbeat);
        return heartbeat;
    }

    /// <summary>Every loop that has begun, and whether it is alive; none in a host that is called.</summary>
    public IReadOnlyDictionary<string, bool> Loops
        => all.GroupBy(one => one.Loop, StringComparer.Ordinal)
            .ToDictionary(loop => loop.Key, loop => loop.All(one => one.IsAlive), StringComparer.Ordinal);
}

/// <summary>One loop.</summary>
public sealed class Heartbeat
{
    private readonly TimeProvider time;
    private Turn last;

    internal Heartbeat(string loop, TimeProvider time)
    {
        this.time = time;
        Loop = loop;
        last = new(time.GetTimestamp(), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Name of the loop.</summary>
    public string Loop { get; }

    /// <summary>False where it was to be heard of and was not.</summary>
    public bool IsAlive => last is var turn && (turn.Within == Timeout.InfiniteTimeSpan || time.GetElapsedTime(turn.At) <= turn.Within);

    /// <summary>The loop goes round, and will do so again before long.</summary>
    /// <param name="within">The longest its next step may take.</param>
    public void Beat(TimeSpan within) => last = new(time.GetTimestamp(), within);

    private sealed record Turn(long At, TimeSpan Within);
}
