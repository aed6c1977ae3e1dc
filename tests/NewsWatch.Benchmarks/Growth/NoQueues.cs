using NewsWatch.Storage;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>Queues whose messages have all been dealt with, as those of a newsroom at rest.</summary>
internal sealed class NoQueues : IQueues
{
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation) => Task.CompletedTask;

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<QueuedMessage>>([]);

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation) => Task.CompletedTask;

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation) => Task.CompletedTask;

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<int> CountAsync(string queue, CancellationToken cancellation) => Task.FromResult(0);
}
