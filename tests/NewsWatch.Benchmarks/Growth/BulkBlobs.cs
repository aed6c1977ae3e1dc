using System.Runtime.CompilerServices;
using System.Text;
using NewsWatch.Storage;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>
/// The local store's folder as its own blobs would leave it, but for one writer and without a flush for each: to fill a store with years of
/// news in minutes. Lines wait until <see cref="Dispose"/>, or until their blob has many.
/// </summary>
internal sealed class BulkBlobs(string folder) : IBlobs, IDisposable
{
    private const int MostWaiting = 1 << 20;

    private readonly string root = Path.Combine(folder, "blobs");
    private readonly Dictionary<string, StringBuilder> waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
        => Task.FromResult(File.Exists(PathOf(name)) ? new StoredBlob(File.ReadAllBytes(PathOf(name)), "only one writes") : null);

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        var path = Prepared(name);
        if (condition.MustBeAbsent && File.Exists(path))
            return Task.FromResult<string?>(null);
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
            RandomAccess.Write(file, content.Span, 0);
        return Task.FromResult<string?>("only one writes");
    }

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation)
    {
        if (!waiting.TryGetValue(name, out var lines))
            waiting[name] = lines = new();
        lines.Append(line).Append('\n');
        if (lines.Length > MostWaiting)
            Write(name, lines);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => throw new NotSupportedException("Nothing is deleted while a store is filled.");

    public void Dispose()
    {
        foreach (var (name, lines) in waiting)
            Write(name, lines);
    }

    private void Write(string name, StringBuilder lines)
    {
        File.AppendAllText(Prepared(name), lines.ToString());
        lines.Clear();
    }

    private string Prepared(string name)
    {
        var path = PathOf(name);
        if (folders.Add(Path.GetDirectoryName(path)!))
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private string PathOf(string name) => Path.Combine(root, BlobName.Check(name));
}
