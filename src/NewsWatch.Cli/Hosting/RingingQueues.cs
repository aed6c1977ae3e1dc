using NewsWatch.Storage;

namespace NewsWatch.Cli.Hosting;

/// <summary>Queues that ring where this process sends what can be taken at once.</summary>
internal sealed class RingingQueues(IQueues queues, QueueBell bell) : IQueues
{
    public async Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation)
    {
        await queues.SendAsync(queue, body, delay, cancellation);
        if (delay == TimeSpan.Zero)
            bell.Ring(queue);
    }

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
        => queues.ReceiveAsync(queue, max, visibility, cancellation);

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation) => queues.CompleteAsync(message, cancellation);

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation) => queues.ReleaseAsync(message, delay, cancellation);

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation) => queues.PeekAsync(queue, max, cancellation);

    public Task<int> CountAsync(string queue, CancellationToken cancellation) => queues.CountAsync(queue, cancellation);
}
