using System.Runtime.CompilerServices;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Faults;

/// <summary>Blobs as a disturbed process reaches them.</summary>
internal sealed class DisturbedBlobs(IBlobs inner, DisturbedProcess process) : IBlobs
{
    public bool IsShared => inner.IsShared;

    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        process.Read();
        return inner.ReadAsync(name, cancellation);
    }

    public Task<ReadOnlyMemory<byte>?> ReadFromAsync(string name, long start, CancellationToken cancellation)
    {
        process.Read();
        return inner.ReadFromAsync(name, start, cancellation);
    }

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
        => process.ChangeAsync(() => inner.WriteAsync(name, content, condition, cancellation));

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation) => process.ChangeAsync(async () =>
    {
        await inner.AppendLineAsync(name, line, cancellation);
        return true;
    });

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        process.Read();
        await foreach (var name in inner.ListAsync(prefix, cancellation))
            yield return name;
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => process.ChangeAsync(() => inner.DeleteAsync(name, cancellation));
}

/// <summary>Queues as a disturbed process reaches them.</summary>
internal sealed class DisturbedQueues(IQueues inner, DisturbedProcess process, TimeSpan longestVisibility) : IQueues
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(300);

    private int sent;

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation) => Change(async () =>
    {
        var isSecond = Interlocked.Increment(ref sent) % 2 == 0;
        if (process.Disturbance.Loses && isSecond)
            return;
        var wait = process.Disturbance.Reorders && isSecond ? delay + Late : delay;
        await inner.SendAsync(queue, body, wait, cancellation);
        if (process.Disturbance.SendsTwice)
            await inner.SendAsync(queue, body, delay, cancellation);
    });

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
    {
        process.Read();
        return inner.ReceiveAsync(queue, max, visibility < longestVisibility ? visibility : longestVisibility, cancellation);
    }

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation)
    {
        process.Read();
        return inner.PeekAsync(queue, max, cancellation);
    }

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation)
        => Change(() => inner.CompleteAsync(message, cancellation));

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation)
        => Change(() => inner.ReleaseAsync(message, delay, cancellation));

    public Task<int> CountAsync(string queue, CancellationToken cancellation)
    {
        process.Read();
        return inner.CountAsync(queue, cancellation);
    }

    private Task<bool> Change(Func<Task> change) => process.ChangeAsync(async () =>
    {
        await change();
        return true;
    });
}
