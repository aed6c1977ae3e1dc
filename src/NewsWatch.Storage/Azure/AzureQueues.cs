using System.Collections.Concurrent;
using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace NewsWatch.Storage.Azure;

/// <summary>Storage queues, made on first use; messages in base64, as the Functions host expects them, and kept until completed.</summary>
internal sealed class AzureQueues(StorageAccount account) : IQueues
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private readonly ConcurrentDictionary<string, QueueClient> made = new(StringComparer.Ordinal);
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation)
    {
        MessageBody.Check(body);
        return UseAsync(queue, client => client.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(body)), WholeSeconds(delay), Forever, cancellation), cancellation);
    }

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, 32);
        return UseAsync<IReadOnlyList<QueuedMessage>>(queue, async client =>
        {
            var messages = await client.ReceiveMessagesAsync(max, WholeSeconds(visibility), cancellation);
            return [.. messages.Value.Select(message => Received(queue, message))];
        }, cancellation);
    }

    public Task CompleteAsync(QueuedMessage message, CancellationToken cancellation)
        => UseAsync(message.Queue, client => IfCurrentAsync(
            async () => await client.DeleteMessageAsync(message.Id, message.Receipt, cancellation)), cancellation);

    public Task ReleaseAsync(QueuedMessage message, TimeSpan delay, CancellationToken cancellation)
        => UseAsync(message.Queue, client => IfCurrentAsync(
            () => client.UpdateMessageAsync(message.Id, message.Receipt, (BinaryData?)null, WholeSeconds(delay), cancellation)), cancellation);

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancellation)
        => UseAsync<IReadOnlyList<string>>(queue, async client =>
        {
            var messages = await client.PeekMessagesAsync(max, cancellation);
            return [.. messages.Value.Select(message => Text(message.Body))];
        }, cancellation);

    public Task<int> CountAsync(string queue, CancellationToken cancellation)
        => UseAsync(queue, async client => (await client.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount, cancellation);

    private static QueuedMessage Received(string queue, QueueMessage message)
        => new(queue, message.MessageId, message.PopReceipt, Text(message.Body), (int)message.DequeueCount);

    private static async Task<bool> IfCurrentAsync(Func<Task> action)
    {
        try
        {
            await action();
            return true;
        }
        catch (RequestFailedException old) when (old.ErrorCode == QueueErrorCode.MessageNotFound
            || old.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            return false;
        }
    }

    // What somebody else has sent may be plain: it is read as it is, and its stage says what it makes of it.
    private static string Text(BinaryData body)
    {
        var sent = body.ToString();
        var bytes = new byte[sent.Length];
        return Convert.TryFromBase64String(sent, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : sent;
    }

    // The service counts in seconds; a part of one is a whole one, so that nothing comes early.
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    private Task<T> UseAsync<T>(string queue, Func<QueueClient, Task<T>> action, CancellationToken cancellation)
    {
        var client = made.GetValueOrDefault(QueueName.Check(queue)) ?? account.CreateQueue(queue);
        return AzureGuard.GuardAsync(client.Uri, async () =>
        {
            if (!made.ContainsKey(queue))
                await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
            made.TryAdd(queue, client);
            return await action(client);
        }, cancellation);
    }
}
