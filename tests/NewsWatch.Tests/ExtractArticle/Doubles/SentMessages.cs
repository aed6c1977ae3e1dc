using NewsWatch.Storage;

namespace NewsWatch.Tests.ExtractArticle.Doubles;

/// <summary>Remembers what was sent; nothing is ever received.</summary>
internal sealed class SentMessages(Crashes crashes) : IQueues
{
    private readonly Lock gate = new();
    private readonly List<(string Queue, string Body, TimeSpan Delay)> sent = [];

    public IReadOnlyList<(string Queue, string Body, TimeSpan Delay)> All
    {
        get
        {
            lock (gate)
                return [.. sent];
        }
    }

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation)
    {
        crashes.Step();
        lock (gate)
            sent.Add((queue, body, delay));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
        => throw new NotSupportedException();

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation) => throw new NotSupportedException();

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<string>>([.. All.Where(message => message.Queue == queue).Take(max).Select(message => message.Body)]);

    public Task<int> CountAsync(string queue, CancellationToken cancellation) => Task.FromResult(All.Count(message => message.Queue == queue));
}
