using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.Storage.Local;

/// <summary>
/// Blobs as files. A write goes to a file beside, is flushed to the disk and renamed, so that a reader, or the next start after a
/// kill, sees the old content or the new and nothing between. A tag is the hash of the content. Files are read and written where the
/// caller stands: to hand what takes microseconds to another thread takes longer.
/// </summary>
internal sealed class FolderBlobs : IBlobs
{
    private const int MostTries = 100;

    private readonly DataFolder folder;
    private readonly BlobLocks locks;
    private readonly string root;
    private readonly WaitingLines waiting = new();

    /// <exception cref="StorageUnavailableException">The folder cannot be made or written.</exception>
    public FolderBlobs(DataFolder folder)
    {
        this.folder = folder;
        root = folder.Ensure("blobs");
        locks = new(folder.Ensure("locks"));
    }

    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
    {
        var path = PathOf(name);
        cancellation.ThrowIfCancellationRequested();
        return folder.GuardAsync(() => Task.FromResult(ReadFile(path, 0) is { } content ? new StoredBlob(content, TagOf(content)) : null));
    }

    public Task<ReadOnlyMemory<byte>?> ReadFromAsync(string name, long start, CancellationToken cancellation)
    {
        var path = PathOf(name);
        cancellation.ThrowIfCancellationRequested();
        return folder.GuardAsync(() => Task.FromResult(ReadFile(path, start) is { } content ? (ReadOnlyMemory<byte>?)content : null));
    }

    public Task<ReadOnlyMemory<byte>?> ReadRangeAsync(string name, long start, int length, CancellationToken cancellation)
    {
        var path = PathOf(name);
        cancellation.ThrowIfCancellationRequested();
        return folder.GuardAsync(() => Task.FromResult(ReadFile(path, start, length) is { } content ? (ReadOnlyMemory<byte>?)content : null));
    }

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        var path = PathOf(name);
        return folder.GuardAsync(async () =>
        {
            using var held = await locks.TakeAsync(name, cancellation);
            if (!Holds(condition, path))
                return null;
            using (var file = File.OpenHandle(held.TemporaryFile, FileMode.Create, FileAccess.Write, preallocationSize: content.Length))
            {
                RandomAccess.Write(file, content.Span, 0);
                RandomAccess.FlushToDisk(file);
            }
            InItsFolder(path, () => File.Move(held.TemporaryFile, path, overwrite: true));
            return TagOf(content.Span);
        });
    }

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation)
    {
        if (line.Contains('\n', StringComparison.Ordinal))
            throw new ArgumentException("A line holds no line feed.", nameof(line));
        var path = PathOf(name);
        cancellation.ThrowIfCancellationRequested();
        return folder.GuardAsync(async () =>
        {
            var mine = waiting.Add(name, line);
            try
            {
                using var held = await locks.TakeAsync(name, cancellation);
                Append(path, waiting.Take(name));
            }
            catch
            {
                waiting.Drop(name, mine);
                throw;
            }
            await mine.Written;
            return true;
        });
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var name in await folder.GuardAsync(() => Task.FromResult(Names(prefix))))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation)
    {
        var path = PathOf(name);
        return folder.GuardAsync(async () =>
        {
            using var held = await locks.TakeAsync(name, cancellation);
            if (!File.Exists(path))
                return false;
            File.Delete(path);
            DropEmptyFolders(path);
            return true;
        });
    }

    private string PathOf(string name) => Path.Combine(root, BlobName.Check(name).Replace('/', Path.DirectorySeparatorChar));

    private static bool Holds(WriteCondition condition, string path)
    {
        if (condition.MustBeAbsent)
            return !File.Exists(path);
        return condition.Tag is null || (ReadFile(path, 0) is { } content && TagOf(content) == condition.Tag);
    }

    private static byte[]? ReadFile(string path, long start, int most = int.MaxValue)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[Math.Clamp(RandomAccess.GetLength(file) - start, 0, most)];
            var read = 0;
            while (read < content.Length && RandomAccess.Read(file, content.AsSpan(read), start + read) is > 0 and var count)
                read += count;
            return read == content.Length ? content : content[..read];
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void InItsFolder(string path, Action put)
        => InItsFolder(path, () =>
        {
            put();
            return true;
        });

    /// <summary>Makes the folder where there is none. Another name's deletion may take it away again before the file is in it.</summary>
    private static T InItsFolder<T>(string path, Func<T> put)
    {
        for (var again = 0; ; again++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return put();
            }
            catch (IOException) when (again < MostTries)
            {
                // Made anew in the next round. That it is gone is told in many ways: of the folder, of the file, or as one that is there already.
            }
        }
    }

    /// <summary>A million articles' pages would leave a million of them.</summary>
    private void DropEmptyFolders(string path)
    {
        for (var above = Path.GetDirectoryName(path)!; above.Length > root.Length; above = Path.GetDirectoryName(above)!)
        {
            try
            {
                Directory.Delete(above);
            }
            catch (Exception filled) when (filled is IOException or UnauthorizedAccessException)
            {
                // Something lies in it, or it is gone already: so it is with those above.
                return;
            }
        }
    }

    private static void Append(string path, IReadOnlyList<WaitingLine> lines)
    {
        if (lines.Count == 0)
            return;
        try
        {
            using var file = InItsFolder(
                path, () => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));
            RandomAccess.Write(file, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line.Text + '\n'))), DropTornLine(file));
            RandomAccess.FlushToDisk(file);
        }
        catch (Exception failure)
        {
            // It comes out where each of them waits.
            foreach (var line in lines)
                line.Refuse(failure);
            return;
        }
        foreach (var line in lines)
            line.Tell();
    }

    private static long DropTornLine(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        var length = RandomAccess.GetLength(file);
        var end = length;
        Span<byte> last = stackalloc byte[1];
        while (end > 0 && RandomAccess.Read(file, last, end - 1) == 1 && last[0] != '\n')
            end--;
        if (end < length)
            RandomAccess.SetLength(file, end);
        return end;
    }

    private IEnumerable<string> Names(string prefix)
    {
        var start = Path.Combine(root, prefix[..(prefix.LastIndexOf('/') + 1)].Replace('/', Path.DirectorySeparatorChar));
        if (prefix.Contains("..", StringComparison.Ordinal) || !Directory.Exists(start))
            return [];
        var names = new SortedNames();
        try
        {
            foreach (var path in Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories))
                if (Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/') is var name && name.StartsWith(prefix, StringComparison.Ordinal))
                    names.Add(name);
        }
        catch (DirectoryNotFoundException)
        {
            // Its last blob has gone just now, and the folder with it.
        }
        return names.All();
    }

    private static string TagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
