using System.Runtime.CompilerServices;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Scale;

/// <summary>Counts what is asked of blobs and queues, whichever store they are.</summary>
internal sealed class AskedCounts
{
    private readonly Lock gate = new();
    private Asked asked = new();

    /// <summary>Counts one thing more.</summary>
    public void Count(Func<Asked, Asked> one)
    {
        lock (gate)
            asked = one(asked);
    }

    /// <summary>What was asked since the last time.</summary>
    public Asked Take()
    {
        lock (gate)
        {
            var taken = asked;
            asked = new();
            return taken;
        }
    }
}

/// <summary>What was asked of a store.</summary>
internal sealed record Asked
{
    /// <summary>Blobs read, in whole or from a place on.</summary>
    public int Reads { get; init; }

    /// <summary>Blobs written.</summary>
    public int Writes { get; init; }

    /// <summary>Lines appended.</summary>
    public int Appends { get; init; }

    /// <summary>Names listed below a prefix.</summary>
    public int Lists { get; init; }

    /// <summary>Messages sent, each of which is received and completed too.</summary>
    public int Messages { get; init; }

    /// <summary>Bytes of what was written and appended.</summary>
    public long Bytes { get; init; }
}

/// <summary>
/// Blobs that count. What it costs to be polite to hosts together with other processes is left out: it goes by exchanges and by time, not
/// by entries (<see cref="StorageCostTests"/>).
/// </summary>
internal sealed class AskedBlobs(IBlobs inner, AskedCounts counts) : IBlobs
{
    public bool IsShared => inner.IsShared;

    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        Count(name, asked => asked with { Reads = asked.Reads + 1 });
        return inner.ReadAsync(name, cancellation);
    }

    public Task<ReadOnlyMemory<byte>?> ReadFromAsync(string name, long start, CancellationToken cancellation)
    {
        Count(name, asked => asked with { Reads = asked.Reads + 1 });
        return inner.ReadFromAsync(name, start, cancellation);
    }

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        Count(name, asked => asked with { Writes = asked.Writes + 1, Bytes = asked.Bytes + content.Length });
        return inner.WriteAsync(name, content, condition, cancellation);
    }

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation)
    {
        Count(name, asked => asked with { Appends = asked.Appends + 1, Bytes = asked.Bytes + line.Length + 1 });
        return inner.AppendLineAsync(name, line, cancellation);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Count(prefix, asked => asked with { Lists = asked.Lists + 1 });
        await foreach (var name in inner.ListAsync(prefix, cancellation))
            yield return name;
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation)
    {
        Count(name, asked => asked with { Writes = asked.Writes + 1 });
        return inner.DeleteAsync(name, cancellation);
    }

    private void Count(string name, Func<Asked, Asked> one)
    {
        if (!name.StartsWith("pace/", StringComparison.Ordinal) && !name.StartsWith("robots/", StringComparison.Ordinal))
            counts.Count(one);
    }
}

/// <summary>Queues that count.</summary>
internal sealed class AskedQueues(IQueues inner, AskedCounts counts) : IQueues
{
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation)
    {
        counts.Count(asked => asked with { Messages = asked.Messages + 1 });
        return inner.SendAsync(queue, body, delay, cancellation);
    }

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
        => inner.ReceiveAsync(queue, max, visibility, cancellation);

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation) => inner.CompleteAsync(message, cancellation);

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation) => inner.ReleaseAsync(message, delay, cancellation);

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation) => inner.PeekAsync(queue, max, cancellation);

    public Task<int> CountAsync(string queue, CancellationToken cancellation) => inner.CountAsync(queue, cancellation);
}
