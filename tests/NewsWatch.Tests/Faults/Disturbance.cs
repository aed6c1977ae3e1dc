using NewsWatch.Storage;

namespace NewsWatch.Tests.Faults;

/// <summary>What goes wrong with a process's stores, counted in writes, sends and whatever else changes something.</summary>
internal sealed record Disturbance(string Name)
{
    /// <summary>The change, from 1, at which the process ends; null for none.</summary>
    public int? EndsAt { get; init; }

    /// <summary>True where the change at which the process ends has been made.</summary>
    public bool EndsAfter { get; init; }

    /// <summary>The changes, from the first number to before the second, that the store refuses; null for none.</summary>
    public (int From, int To)? RefusesChanges { get; init; }

    /// <summary>True where the store refuses to be read as well.</summary>
    public bool RefusesReads { get; init; }

    /// <summary>How long the store takes for a change; zero for no longer than it does.</summary>
    public TimeSpan Slows { get; init; }

    /// <summary>True where every message is sent twice.</summary>
    public bool SendsTwice { get; init; }

    /// <summary>True where every second message is lost: what no store does, and the checks must see.</summary>
    public bool Loses { get; init; }

    /// <summary>True where messages come out of order: each second one is late.</summary>
    public bool Reorders { get; init; }
}

/// <summary>One process's hand on the stores.</summary>
internal sealed class DisturbedProcess(Disturbance disturbance)
{
    private int changes;
    private volatile bool ended;

    /// <summary>Changes so far.</summary>
    public int Changes => changes;

    /// <summary>True once the process is over.</summary>
    public bool Ended => ended;

    public Disturbance Disturbance => disturbance;

    /// <summary>A read.</summary>
    public void Read()
    {
        if (ended)
            throw new EndedException();
        if (disturbance is { RefusesReads: true, RefusesChanges: { } refused } && changes >= refused.From - 1 && changes < refused.To - 1)
        {
            // Time goes on for whoever only reads, too.
            Interlocked.Increment(ref changes);
            throw new StorageUnavailableException("The store does not answer.");
        }
    }

    /// <summary>Makes a change, or does not.</summary>
    public async Task<T> ChangeAsync<T>(Func<Task<T>> change)
    {
        if (ended)
            throw new EndedException();
        var number = Interlocked.Increment(ref changes);
        if (disturbance.RefusesChanges is { } refused && number >= refused.From && number < refused.To)
            throw new StorageUnavailableException("The disk is full.");
        if (disturbance.Slows > TimeSpan.Zero)
            await Task.Delay(disturbance.Slows, TimeProvider.System);
        if (number != disturbance.EndsAt)
            return await change();
        if (disturbance.EndsAfter)
            await change();
        ended = true;
        throw new EndedException();
    }
}

/// <summary>The process is over: nothing it would still do is done.</summary>
internal sealed class EndedException() : Exception("The process has ended.");
