using System.Runtime.CompilerServices;
using NewsWatch.Storage;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>Counts what is asked of a store.</summary>
internal sealed class CountingBlobs(IBlobs blobs) : IBlobs
{
    private long reads, bytesRead, writes, bytesWritten, listed;

    public bool IsShared => blobs.IsShared;

    /// <summary>What was asked since the last time.</summary>
    public StoreCounts Take() => new(
        Interlocked.Exchange(ref reads, 0),
        Interlocked.Exchange(ref bytesRead, 0),
        Interlocked.Exchange(ref writes, 0),
        Interlocked.Exchange(ref bytesWritten, 0),
        Interlocked.Exchange(ref listed, 0));

    public async Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        var blob = await blobs.ReadAsync(name, cancellation);
        Read(blob?.Content.Length);
        return blob;
    }

    public async Task<ReadOnlyMemory<byte>?> ReadFromAsync(string name, long start, CancellationToken cancellation)
    {
        var content = await blobs.ReadFromAsync(name, start, cancellation);
        Read(content?.Length);
        return content;
    }

    public async Task<ReadOnlyMemory<byte>?> ReadRangeAsync(string name, long start, int length, CancellationToken cancellation)
    {
        var content = await blobs.ReadRangeAsync(name, start, length, cancellation);
        Read(content?.Length);
        return content;
    }

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        Written(content.Length);
        return blobs.WriteAsync(name, content, condition, cancellation);
    }

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation)
    {
        Written(line.Length + 1);
        return blobs.AppendLineAsync(name, line, cancellation);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListAsync(prefix, cancellation))
        {
            Interlocked.Increment(ref listed);
            yield return name;
        }
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation)
    {
        Interlocked.Increment(ref writes);
        return blobs.DeleteAsync(name, cancellation);
    }

    private void Read(int? bytes)
    {
        Interlocked.Increment(ref reads);
        Interlocked.Add(ref bytesRead, bytes ?? 0);
    }

    private void Written(int bytes)
    {
        Interlocked.Increment(ref writes);
        Interlocked.Add(ref bytesWritten, bytes);
    }
}

/// <summary>What was asked of a store.</summary>
/// <param name="Reads">Blobs read, in whole or from a place on.</param>
/// <param name="BytesRead">Bytes of them.</param>
/// <param name="Writes">Blobs written, appended to and deleted.</param>
/// <param name="BytesWritten">Bytes of them.</param>
/// <param name="Listed">Names listed.</param>
internal sealed record StoreCounts(long Reads, long BytesRead, long Writes, long BytesWritten, long Listed);
