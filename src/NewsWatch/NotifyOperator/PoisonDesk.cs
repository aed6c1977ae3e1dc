using NewsWatch.Storage;

namespace NewsWatch.NotifyOperator;

/// <summary>The messages that were given up: looked through, given another try, or thrown away.</summary>
public sealed class PoisonDesk(IQueues queues, PoisonCauses causes)
{
    private const int AtOnce = 32;

    /// <summary>Long enough to look through a queue; who looks at the same time sees what is left.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    /// <summary>Messages given up in a queue, as far as <paramref name="most"/> goes.</summary>
    public async Task<IReadOnlyList<PoisonMessage>> ListAsync(string queue, int most, CancellationToken cancellation)
    {
        var taken = await TakeAsync(queue, most, cancellation);
        foreach (var message in taken)
            await queues.ReleaseAsync(message, TimeSpan.Zero, cancellation);
        var listed = new List<PoisonMessage>(taken.Count);
        foreach (var message in taken)
            listed.Add(new(queue, message.Id, message.Body) { Cause = await causes.ReadAsync(queue, message.Body, cancellation) });
        return listed;
    }

    /// <summary>
    /// Gives messages back to their queue: all of it, or the one with an id. Sent first and removed after: a crash between the two delivers
    /// twice, and stages take that.
    /// </summary>
    /// <returns>The messages given back.</returns>
    public Task<IReadOnlyList<PoisonMessage>> ReplayAsync(string queue, string? id, CancellationToken cancellation)
        => EndAsync(queue, id, message => queues.SendAsync(queue, message.Body, TimeSpan.Zero, cancellation), cancellation);

    /// <summary>Throws messages away: all of a queue, or the one with an id.</summary>
    /// <returns>The messages thrown away.</returns>
    public Task<IReadOnlyList<PoisonMessage>> DiscardAsync(string queue, string? id, CancellationToken cancellation)
        => EndAsync(queue, id, _ => Task.CompletedTask, cancellation);

    private async Task<IReadOnlyList<PoisonMessage>> EndAsync(
        string queue, string? id, Func<QueuedMessage, Task> before, CancellationToken cancellation)
    {
        var ended = new List<PoisonMessage>();
        foreach (var message in await TakeAsync(queue, int.MaxValue, cancellation))
        {
            if (id is not null && message.Id != id)
            {
                await queues.ReleaseAsync(message, TimeSpan.Zero, cancellation);
                continue;
            }
            await before(message);
            await queues.CompleteAsync(message, cancellation);
            await causes.DropAsync(queue, message.Body, cancellation);
            ended.Add(new(queue, message.Id, message.Body));
        }
        return ended;
    }

    private async Task<IReadOnlyList<QueuedMessage>> TakeAsync(string queue, int most, CancellationToken cancellation)
    {
        var all = new List<QueuedMessage>();
        while (all.Count < most
            && await queues.ReceiveAsync(Pipeline.Poison(queue), Math.Min(AtOnce, most - all.Count), Hold, cancellation) is { Count: > 0 } taken)
            all.AddRange(taken);
        return all;
    }
}

/// <summary>A message that was given up.</summary>
/// <param name="Queue">The queue it was given up in.</param>
/// <param name="Id">What it is named by.</param>
/// <param name="Body">Its text.</param>
public sealed record PoisonMessage(string Queue, string Id, string Body)
{
    /// <summary>Why it was given up; null where the host did not keep it.</summary>
    public string? Cause { get; init; }
}
