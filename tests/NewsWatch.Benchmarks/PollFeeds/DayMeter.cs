using System.Diagnostics;

namespace NewsWatch.Benchmarks.PollFeeds;

/// <summary>
/// Executions of one function as Flex Consumption bills them: the time in which an instance has any in work, by the started tenth of a
/// second, a second at least; what is in work together is billed once. A function is a group of its own, with instances of its own.
/// </summary>
internal sealed class DayMeter
{
    private readonly Lock gate = new();
    private readonly List<(long From, long To)> tick = [];

    /// <summary>How many ended.</summary>
    public int Executions { get; private set; }

    /// <summary>The longest, in seconds.</summary>
    public double Longest { get; private set; }

    /// <summary>All, one after another, in seconds.</summary>
    public double Seconds { get; private set; }

    /// <summary>What is billed, in seconds.</summary>
    public double Active { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add(long from, long to)
    {
        var seconds = Stopwatch.GetElapsedTime(from, to).TotalSeconds;
        lock (gate)
        {
            Executions++;
            Longest = Math.Max(Longest, seconds);
            Seconds += seconds;
            tick.Add((from, to));
        }
    }

    /// <summary>Closes what ran since one look of the clock. What the next brings is minutes away, for an instance that has gone to sleep.</summary>
    public void EndTick()
    {
        var (active, until) = (0L, 0L);
        foreach (var (from, to) in tick.OrderBy(one => one.From))
        {
            active += Math.Max(0, to - Math.Max(from, until));
            until = Math.Max(until, to);
        }
        if (tick.Count > 0)
            Active += Math.Max(1, Math.Ceiling(active * 10.0 / Stopwatch.Frequency) / 10);
        tick.Clear();
    }
}
