using System.Collections.Concurrent;

namespace NewsWatch.Cli.Hosting;

/// <summary>Tells those who wait for a queue of this process that there is something in it, so that nobody has to look all the time.</summary>
internal sealed class QueueBell
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> bells = new(StringComparer.Ordinal);

    /// <summary>Wakes one who waits, or the next who would; more than that are not remembered.</summary>
    public void Ring(string queue)
    {
        var bell = Of(queue);
        if (bell.CurrentCount == 0)
            bell.Release();
    }

    /// <summary>Waits until it rings.</summary>
    public Task WaitAsync(string queue, CancellationToken stop) => Of(queue).WaitAsync(stop);

    private SemaphoreSlim Of(string queue) => bells.GetOrAdd(queue, _ => new(0));
}
