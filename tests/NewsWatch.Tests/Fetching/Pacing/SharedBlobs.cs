using System.Runtime.CompilerServices;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Fetching.Pacing;

/// <summary>A store that several pipelines work on, in this process; counts what is done to it.</summary>
internal sealed class SharedBlobs(IBlobs blobs) : IBlobs
{
    private int reads, writes, refused;

    public bool IsShared => true;

    public int Reads => reads;

    /// <summary>Writes that were made.</summary>
    public int Writes => writes;

    /// <summary>Writes that found another's.</summary>
    public int Refused => refused;

    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        return blobs.ReadAsync(name, cancellation);
    }

    public async Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        var tag = await blobs.WriteAsync(name, content, condition, cancellation);
        Interlocked.Increment(ref tag is null ? ref refused : ref writes);
        return tag;
    }

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation) => blobs.AppendLineAsync(name, line, cancellation);

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListAsync(prefix, cancellation))
            yield return name;
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => blobs.DeleteAsync(name, cancellation);
}
