using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review;

/// <summary>Blobs in memory, for tests of what is built on the port.</summary>
internal sealed class MemoryBlobs : IBlobs
{
    private readonly ConcurrentDictionary<string, StoredBlob> blobs = new(StringComparer.Ordinal);
    private readonly Lock writing = new();
    private int tags;

    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation) => Task.FromResult(blobs.GetValueOrDefault(name));

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        lock (writing)
        {
            var current = blobs.GetValueOrDefault(name);
            if ((condition.MustBeAbsent && current is not null) || (condition.Tag is { } tag && current?.Tag != tag))
                return Task.FromResult<string?>(null);
            return Task.FromResult<string?>(Put(name, content));
        }
    }

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation)
    {
        lock (writing)
        {
            ReadOnlyMemory<byte> before = blobs.GetValueOrDefault(name)?.Content ?? default;
            Put(name, (byte[])[.. before.Span, .. Encoding.UTF8.GetBytes(line + "\n")]);
        }
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var name in blobs.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            yield return name;
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => Task.FromResult(blobs.TryRemove(name, out _));

    private string Put(string name, ReadOnlyMemory<byte> content)
    {
        var tag = (++tags).ToString(CultureInfo.InvariantCulture);
        blobs[name] = new(content.ToArray(), tag);
        return tag;
    }
}
