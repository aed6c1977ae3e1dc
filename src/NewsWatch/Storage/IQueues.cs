namespace NewsWatch.Storage;

/// <summary>
/// Queues with at-least-once delivery, made on first use (<see cref="QueueName"/>); a message is at most
/// <see cref="MessageBody.MaxBytes"/> long. A receipt is good until the message is released or received again: with an older one,
/// nothing happens. Any method throws <see cref="StorageUnavailableException"/> where the store cannot be reached, read or written.
/// </summary>
public interface IQueues
{
    /// <summary>Sends a message, visible after <paramref name="delay"/>.</summary>
    Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation);

    /// <summary>
    /// Takes up to <paramref name="max"/> (1 to 32) visible messages and hides them for <paramref name="visibility"/> (a second to
    /// seven days; whole seconds on Azure).
    /// </summary>
    Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation);

    /// <summary>Removes a received message.</summary>
    Task CompleteAsync(QueuedMessage message, CancellationToken cancellation);

    /// <summary>Gives a received message back, visible after <paramref name="delay"/>; its count of deliveries stays.</summary>
    Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation);

    /// <summary>Texts of up to <paramref name="max"/> (1 to 32) visible messages, which stay as they are.</summary>
    Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation);

    /// <summary>Messages in the queue, visible or hidden; approximate on Azure.</summary>
    Task<int> CountAsync(string queue, CancellationToken cancellation);
}

/// <summary>A message as received.</summary>
/// <param name="Queue">Where from.</param>
/// <param name="Id">The queue's id for it.</param>
/// <param name="Receipt">Proof of this delivery.</param>
/// <param name="Body">Text as sent.</param>
/// <param name="Deliveries">This delivery's number, from 1.</param>
public sealed record QueuedMessage(string Queue, string Id, string Receipt, string Body, int Deliveries);
