namespace NewsWatch.Storage.Local;

/// <summary>The store of a folder that has none yet: empty to read, and not to be written.</summary>
internal sealed class AbsentStore(string folder) : IBlobs, IQueues
{
    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation) => Task.FromResult<StoredBlob?>(null);

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
        => throw Absent();

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation) => throw Absent();

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation) => AsyncEnumerable.Empty<string>();

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => Task.FromResult(false);

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation) => throw Absent();

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<QueuedMessage>>([]);

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation) => Task.CompletedTask;

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation) => Task.CompletedTask;

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<int> CountAsync(string queue, CancellationToken cancellation) => Task.FromResult(0);

    private StorageUnavailableException Absent()
        => new($"Nothing is stored in {folder} yet. newswatch demo tries it out, newswatch run begins.");
}
