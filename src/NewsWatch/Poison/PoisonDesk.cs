using NewsWatch.Storage;

namespace NewsWatch.Poison;

/// <summary>
/// The messages that were given up: kept, looked through, given another try, or thrown away. They are records beside the queues, since a
/// queue keeps no more of a message than its text, and cannot be looked through without moving it. What the Functions host has moved to a
/// poison queue of its own (<see cref="Pipeline.Poison"/>) is seen here too, until <see cref="PoisonCollector"/> takes it in.
/// </summary>
public sealed class PoisonDesk(IBlobs blobs, IQueues queues, DamagedRecords damaged, TimeProvider time)
{
    private const string Prefix = "poison/";
    private const int AtOnce = 32;
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    /// <summary>Keeps a message that was given up.</summary>
    /// <param name="queue">The queue it was given up in.</param>
    /// <param name="body">Its text.</param>
    /// <param name="cause">Why, in a line.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task KeepAsync(string queue, string body, string cause, CancellationToken cancellation)
        => blobs.RenewJsonAsync(
            Name(queue, PoisonMessage.IdOf(body)),
            before => new(queue, body, cause, time.GetUtcNow(), (before?.Times ?? 0) + 1),
            PoisonJson.Default.PoisonMessage,
            damaged,
            cancellation);

    /// <summary>True where a message is among those kept.</summary>
    public async Task<bool> HasAsync(string queue, string body, CancellationToken cancellation)
        => await blobs.ReadAsync(Name(queue, PoisonMessage.IdOf(body)), cancellation) is not null;

    /// <summary>Messages given up, by queue; all of <see cref="Pipeline.Queues"/> are there.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation)
    {
        var counts = Pipeline.Queues.ToDictionary(queue => queue, _ => 0, StringComparer.Ordinal);
        await foreach (var name in blobs.ListRecordsAsync(Prefix, damaged, cancellation))
            if (name.Split('/') is [_, var queue, _] && counts.TryGetValue(queue, out var kept))
                counts[queue] = kept + 1;
        foreach (var queue in Pipeline.Queues)
            counts[queue] += await queues.CountAsync(Pipeline.Poison(queue), cancellation);
        return counts;
    }

    /// <summary>Messages given up in a queue.</summary>
    public async Task<int> CountAsync(string queue, CancellationToken cancellation) => (await CountAsync(cancellation))[queue];

    /// <summary>
    /// Messages given up in a queue, as far as <paramref name="most"/> goes, of those not taken in yet the first few; nothing is moved.
    /// </summary>
    public async Task<IReadOnlyList<PoisonMessage>> ListAsync(string queue, int most, CancellationToken cancellation)
    {
        var listed = new Dictionary<string, PoisonMessage>(StringComparer.Ordinal);
        await foreach (var name in KeptAsync(queue, cancellation))
        {
            if (listed.Count == most)
                break;
            if (await blobs.ReadSoundJsonAsync(name, PoisonJson.Default.PoisonMessage, damaged, cancellation) is { } message)
                listed[message.Id] = message;
        }
        foreach (var body in await queues.PeekAsync(Pipeline.Poison(queue), AtOnce, cancellation))
            if (listed.Count < most)
                listed.TryAdd(PoisonMessage.IdOf(body), new(queue, body, null, null, 1));
        return [.. listed.Values];
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
        string queue, string? id, Func<PoisonMessage, Task> before, CancellationToken cancellation)
    {
        var ended = new Dictionary<string, PoisonMessage>(StringComparer.Ordinal);
        async Task EndOneAsync(PoisonMessage message)
        {
            if (ended.TryAdd(message.Id, message))
                await before(message);
        }

        foreach (var name in await KeptAsync(queue, cancellation).ToListAsync(cancellation))
            if ((id is null || name == Name(queue, id))
                && await blobs.ReadSoundJsonAsync(name, PoisonJson.Default.PoisonMessage, damaged, cancellation) is { } message)
            {
                await EndOneAsync(message);
                // Given up again meanwhile, it stays.
                if (await blobs.ReadSoundJsonAsync(name, PoisonJson.Default.PoisonMessage, damaged, cancellation) == message)
                    await blobs.DeleteAsync(name, cancellation);
            }
        foreach (var message in await TakeAsync(queue, cancellation))
        {
            var given = new PoisonMessage(queue, message.Body, null, null, 1);
            if (id is not null && given.Id != id)
            {
                await queues.ReleaseAsync(message, TimeSpan.Zero, cancellation);
                continue;
            }
            await EndOneAsync(given);
            await queues.CompleteAsync(message, cancellation);
        }
        return [.. ended.Values];
    }

    private async Task<IReadOnlyList<QueuedMessage>> TakeAsync(string queue, CancellationToken cancellation)
    {
        var all = new List<QueuedMessage>();
        while (await queues.ReceiveAsync(Pipeline.Poison(queue), AtOnce, Hold, cancellation) is { Count: > 0 } taken)
            all.AddRange(taken);
        return all;
    }

    private IAsyncEnumerable<string> KeptAsync(string queue, CancellationToken cancellation)
        => blobs.ListRecordsAsync($"{Prefix}{queue}/", damaged, cancellation);

    private static string Name(string queue, string id) => $"{Prefix}{queue}/{id}.json";
}
