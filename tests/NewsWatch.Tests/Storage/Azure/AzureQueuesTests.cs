using Azure.Storage.Queues;
using NewsWatch.Storage;
using NewsWatch.Storage.Azure;

namespace NewsWatch.Tests.Storage.Azure;

[Collection(AzuriteTests.Name)]
public sealed class AzureQueuesTests(Azurite azurite) : QueuesContract
{
    private string? account;

    internal override async Task<IQueues> OpenAsync()
        => new AzureQueues(AzureBlobsTests.Account(account ??= await azurite.NewAccountAsync()));

    // The service has its own clock: asks until it is so, which it is after a second.
    internal override async Task<QueuedMessage> ReceiveLaterAsync(IQueues queues, string queue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
            if (await queues.ReceiveAsync(queue, 1, TimeSpan.FromMinutes(1), patience.Token) is [var message])
                return message;
    }

    [SkippableFact]
    public async Task On_the_wire_a_message_is_base64()
    {
        var queues = await OpenAsync();
        await queues.SendAsync(Pipeline.SendAlerts, "{\"id\":1}", TimeSpan.Zero, default);
        var plain = new QueueClient(account, Pipeline.SendAlerts, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        var message = (await plain.ReceiveMessageAsync()).Value;
        Assert.Equal("eyJpZCI6MX0=", message.Body.ToString());
    }

    [SkippableFact]
    public async Task A_message_that_somebody_else_sent_plain_is_read_as_it_is()
    {
        var queues = await OpenAsync();
        await queues.SendAsync(Pipeline.SendAlerts, "ours", TimeSpan.Zero, default);
        var plain = new QueueClient(account, Pipeline.SendAlerts, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        await plain.SendMessageAsync("{\"not\": \"base64\"}");
        string[] expected = ["ours", "{\"not\": \"base64\"}"];
        Assert.Equal(expected, await queues.PeekAsync(Pipeline.SendAlerts, 32, default));
        var received = await queues.ReceiveAsync(Pipeline.SendAlerts, 32, TimeSpan.FromMinutes(1), default);
        Assert.Equal(expected, received.Select(message => message.Body));
        Assert.Equal(0, await queues.CountAsync(Pipeline.Poison(Pipeline.SendAlerts), default));
    }

    [SkippableFact]
    public async Task An_account_that_cannot_be_reached_is_named()
    {
        const string Connection = "AccountName=none;AccountKey=bm9uZQ==;BlobEndpoint=http://127.0.0.1:1/none;QueueEndpoint=http://127.0.0.1:1/none";
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => new AzureQueues(AzureBlobsTests.Account(Connection)).CountAsync(Pipeline.SendAlerts, default));
        Assert.Contains("http://127.0.0.1:1/none/send-alerts", refusal.Message, StringComparison.Ordinal);
    }
}
