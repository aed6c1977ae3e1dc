using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace NewsWatch.Storage.Azure;

/// <summary>Storage queues, made on first use; messages in base64, as the Functions host expects them, and kept until completed.</summary>
internal sealed class AzureQueues : IQueues
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private static readonly TimeSpan ToPoison = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, QueueClient> made = new(StringComparer.Ordinal);
    private readonly StorageAccount account;

    public AzureQueues(StorageAccount account)
    {
        this.account = account;
        account.QueueOptions.MessageDecodingFailed += MoveUndecodedAsync;
    }

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellation)
    {
        MessageBody.Check(body);
        return UseAsync(queue, client => client.SendMessageAsync(body, WholeSeconds(delay), Forever, cancellation), cancellation);
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
            async () => await HideAsync(client, message, delay, cancellation)), cancellation);

    // The receipt is proved first, then the copy is sent, then the original removed: a crash between leaves the message in both
    // queues, never in none.
    public Task PoisonAsync(QueuedMessage message, CancellationToken cancellation)
        => UseAsync(message.Queue, client => IfCurrentAsync(async () =>
        {
            var receipt = await HideAsync(client, message, ToPoison, cancellation);
            await SendAsync(Pipeline.Poison(message.Queue), message.Body, TimeSpan.Zero, cancellation);
            await client.DeleteMessageAsync(message.Id, receipt, cancellation);
        }), cancellation);

    public Task<int> CountAsync(string queue, CancellationToken cancellation)
        => UseAsync(queue, async client => (await client.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount, cancellation);

    private static QueuedMessage Received(string queue, QueueMessage message)
        => new(queue, message.MessageId, message.PopReceipt, message.Body.ToString(), (int)message.DequeueCount);

    private static async Task<string> HideAsync(QueueClient client, QueuedMessage message, TimeSpan delay, CancellationToken cancellation)
        => (await client.UpdateMessageAsync(
            message.Id, message.Receipt, (BinaryData?)null, WholeSeconds(delay), cancellation)).Value.PopReceipt;

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

    // Somebody else sent it. No stage could handle it, and left where it is it would come again for ever.
    private async Task MoveUndecodedAsync(QueueMessageDecodingFailedEventArgs failed)
    {
        var (client, message) = (failed.Queue, failed.ReceivedMessage);
        await SendAsync(Pipeline.Poison(client.Name), message.Body.ToString(), TimeSpan.Zero, failed.CancellationToken);
        await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, failed.CancellationToken);
    }

    // The service counts in seconds; a part of one is a whole one, so that nothing comes early.
    private static TimeSpan WholeSeconds(TimeSpan time) => TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));

    private Task<T> UseAsync<T>(string queue, Func<QueueClient, Task<T>> action, CancellationToken cancellation)
    {
        var client = made.GetValueOrDefault(QueueName.Check(queue)) ?? account.CreateQueue(queue, account.QueueOptions);
        return AzureGuard.GuardAsync(client.Uri, async () =>
        {
            if (!made.ContainsKey(queue))
                await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
            made.TryAdd(queue, client);
            return await action(client);
        }, cancellation);
    }
}
