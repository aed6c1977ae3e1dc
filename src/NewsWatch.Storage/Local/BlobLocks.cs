using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.Storage.Local;

/// <summary>
/// Locks on blobs' names that hold between threads and between processes: a fixed number of lock files, each for the names whose
/// hash falls to it. The system lets a lock go when its process ends, however it ends.
/// </summary>
internal sealed class BlobLocks
{
    private const int Stripes = 64;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(2);

    private readonly string folder;
    private readonly SemaphoreSlim[] threads = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <param name="folder">Folder of the lock files; it exists.</param>
    public BlobLocks(string folder) => this.folder = folder;

    /// <summary>Waits for the lock of a name.</summary>
    public async Task<Held> TakeAsync(string name, CancellationToken cancellation)
    {
        var stripe = SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % Stripes;
        await threads[stripe].WaitAsync(cancellation);
        try
        {
            var path = Path.Combine(folder, $"{stripe:x2}");
            while (true)
            {
                if (TryOpen(path + ".lock") is { } file)
                    return new(file, threads[stripe], path + ".tmp");
                await Task.Delay(RetryAfter, TimeProvider.System, cancellation);
            }
        }
        catch
        {
            threads[stripe].Release();
            throw;
        }
    }

    // FileShare.None is flock(LOCK_EX) on Unix, refused with EWOULDBLOCK (11 on Linux, 35 on macOS), and a sharing violation on
    // Windows. Any other failure is not a lock that will be let go.
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException held) when (held.HResult is 11 or 35 or unchecked((int)0x80070020))
        {
            return null;
        }
    }

    /// <summary>A lock held until disposed.</summary>
    /// <param name="file">The open lock file.</param>
    /// <param name="thread">The semaphore within this process.</param>
    /// <param name="temporaryFile">A path only the holder writes to; a killed holder's rest is overwritten by the next.</param>
    internal readonly struct Held(FileStream file, SemaphoreSlim thread, string temporaryFile) : IDisposable
    {
        public string TemporaryFile => temporaryFile;

        public void Dispose()
        {
            file.Dispose();
            thread.Release();
        }
    }
}
