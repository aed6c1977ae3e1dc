using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NewsWatch.Storage;

namespace NewsWatch.Tests.ExtractArticle.Doubles;

/// <summary>Blobs in memory, with the port's conditions.</summary>
internal sealed class MemoryBlobs(Crashes crashes) : IBlobs
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, StoredBlob> blobs = new(StringComparer.Ordinal);
    private int writes;

    /// <summary>Every name, in order.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (gate)
                return [.. blobs.Keys];
        }
    }

    public string Text(string name)
    {
        lock (gate)
            return Encoding.UTF8.GetString(blobs[name].Content.Span);
    }

    /// <summary>What somebody else has put among the blobs, by a name that may be none.</summary>
    public void Lay(string name, ReadOnlySpan<byte> content)
    {
        lock (gate)
            Put(name, content.ToArray());
    }

    public async Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        await Task.Yield();
        lock (gate)
            return blobs.GetValueOrDefault(BlobName.Check(name));
    }

    public async Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        await Task.Yield();
        crashes.Step();
        lock (gate)
        {
            var found = blobs.GetValueOrDefault(BlobName.Check(name));
            if ((condition.MustBeAbsent && found is not null) || (condition.Tag is { } tag && tag != found?.Tag))
                return null;
            return Put(name, content.ToArray());
        }
    }

    public async Task AppendLineAsync(string name, string line, CancellationToken cancellation)
    {
        await Task.Yield();
        if (line.Contains('\n', StringComparison.Ordinal))
            throw new ArgumentException("A line holds no line feed.", nameof(line));
        crashes.Step();
        lock (gate)
            Put(BlobName.Check(name), [.. blobs.GetValueOrDefault(name)?.Content.ToArray() ?? [], .. Encoding.UTF8.GetBytes(line + "\n")]);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        foreach (var name in Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
            yield return name;
    }

    public async Task<bool> DeleteAsync(string name, CancellationToken cancellation)
    {
        await Task.Yield();
        crashes.Step();
        lock (gate)
            return blobs.Remove(BlobName.Check(name));
    }

    private string Put(string name, byte[] content)
    {
        var tag = (++writes).ToString(CultureInfo.InvariantCulture);
        blobs[name] = new(content, tag);
        return tag;
    }
}
