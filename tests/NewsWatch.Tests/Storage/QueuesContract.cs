using NewsWatch.Storage;

namespace NewsWatch.Tests.Storage;

/// <summary>What every store of queues keeps.</summary>
public abstract class QueuesContract
{
    private const string Queue = Pipeline.ExtractArticle;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The store under test, empty; a second call opens the same store anew.</summary>
    internal abstract Task<IQueues> OpenAsync();

    /// <summary>Receives what becomes visible after about a second.</summary>
    internal abstract Task<QueuedMessage> ReceiveLaterAsync(IQueues queues, string queue);

    [SkippableFact]
    public async Task A_queue_nobody_has_sent_to_is_empty()
    {
        var queues = await OpenAsync();
        Assert.Empty(await queues.ReceiveAsync(Queue, 32, Minute, default));
        Assert.Equal(0, await queues.CountAsync(Queue, default));
    }

    [SkippableFact]
    public async Task What_was_sent_is_received_by_whoever_opens_the_store_and_hidden_while_it_is_handled()
    {
        await (await OpenAsync()).SendAsync(Queue, "{\"article\":\"é日\"}", TimeSpan.Zero, default);
        var queues = await OpenAsync();
        var message = Assert.Single(await queues.ReceiveAsync(Queue, 32, Minute, default));
        Assert.Equal((Queue, "{\"article\":\"é日\"}", 1), (message.Queue, message.Body, message.Deliveries));
        Assert.Empty(await queues.ReceiveAsync(Queue, 32, Minute, default));
        Assert.Equal(1, await queues.CountAsync(Queue, default));
    }

    [SkippableFact]
    public async Task A_completed_message_is_gone()
    {
        var queues = await OpenAsync();
        await queues.SendAsync(Queue, "a", TimeSpan.Zero, default);
        await queues.CompleteAsync(Assert.Single(await queues.ReceiveAsync(Queue, 1, Minute, default)), default);
        Assert.Equal(0, await queues.CountAsync(Queue, default));
    }

    [SkippableFact]
    public async Task What_is_due_the_longest_is_received_first()
    {
        var queues = await OpenAsync();
        foreach (var body in (string[])["first", "second", "third"])
            await queues.SendAsync(Queue, body, TimeSpan.Zero, default);
        foreach (var body in (string[])["first", "second", "third"])
            Assert.Equal(body, Assert.Single(await queues.ReceiveAsync(Queue, 1, Minute, default)).Body);
    }

    [SkippableFact]
    public async Task A_message_that_is_neither_completed_nor_released_is_delivered_again_and_counted()
    {
        var queues = await OpenAsync();
        await queues.SendAsync(Queue, "a", TimeSpan.Zero, default);
        Assert.Single(await queues.ReceiveAsync(Queue, 1, TimeSpan.FromSeconds(1), default));
        Assert.Equal(2, (await ReceiveLaterAsync(queues, Queue)).Deliveries);
    }

    [SkippableFact]
    public async Task A_released_message_comes_back_with_its_count()
    {
        var queues = await OpenAsync();
        await queues.SendAsync(Queue, "a", TimeSpan.Zero, default);
        for (var delivery = 1; delivery <= Pipeline.MaxDeliveries; delivery++)
        {
            var message = Assert.Single(await queues.ReceiveAsync(Queue, 1, Minute, default));
            Assert.Equal(delivery, message.Deliveries);
            await queues.ReleaseAsync(message, TimeSpan.Zero, default);
        }
    }

    [SkippableFact]
    public async Task Sent_or_released_with_a_delay_it_waits()
    {
        var queues = await OpenAsync();
        await queues.SendAsync(Queue, "later", TimeSpan.FromSeconds(1), default);
        Assert.Empty(await queues.ReceiveAsync(Queue, 32, Minute, default));
        var message = await ReceiveLaterAsync(queues, Queue);
        await queues.ReleaseAsync(message, TimeSpan.FromSeconds(1), default);
        Assert.Empty(await queues.ReceiveAsync(Queue, 32, Minute, default));
        Assert.Equal("later", (await ReceiveLaterAsync(queues, Queue)).Body);
    }

    [SkippableFact]
    public async Task An_old_receipt_does_nothing()
    {
        var queues = await OpenAsync();
        await queues.SendAsync(Queue, "a", TimeSpan.Zero, default);
        var first = Assert.Single(await queues.ReceiveAsync(Queue, 1, Minute, default));
        await queues.ReleaseAsync(first, TimeSpan.Zero, default);
        var second = Assert.Single(await queues.ReceiveAsync(Queue, 1, Minute, default));
        await queues.CompleteAsync(first, default);
        await queues.ReleaseAsync(first, TimeSpan.Zero, default);
        Assert.Empty(await queues.ReceiveAsync(Queue, 1, Minute, default));
        Assert.Equal(1, await queues.CountAsync(Queue, default));
        await queues.CompleteAsync(second, default);
        await queues.CompleteAsync(second, default);
        Assert.Equal(0, await queues.CountAsync(Queue, default));
    }

    [SkippableFact]
    public async Task What_is_looked_at_stays_as_it_is()
    {
        var queues = await OpenAsync();
        foreach (var body in new[] { "first", "second", "third" })
            await queues.SendAsync(Queue, body, TimeSpan.Zero, default);
        await queues.SendAsync(Queue, "later", Minute, default);
        Assert.Equal(["first", "second"], await queues.PeekAsync(Queue, 2, default));
        Assert.Equal(["first", "second", "third"], await queues.PeekAsync(Queue, 32, default));
        Assert.All(await queues.ReceiveAsync(Queue, 32, Minute, default), message => Assert.Equal(1, message.Deliveries));
        Assert.Empty(await queues.PeekAsync(Queue, 32, default));
    }

    [SkippableFact]
    public async Task Queues_are_apart_and_no_more_is_taken_than_asked_for()
    {
        var queues = await OpenAsync();
        for (var number = 0; number < 5; number++)
            await queues.SendAsync(Queue, $"{number}", TimeSpan.Zero, default);
        await queues.SendAsync(Pipeline.SendAlerts, "other", TimeSpan.Zero, default);
        Assert.Equal(["0", "1", "2"], (await queues.ReceiveAsync(Queue, 3, Minute, default)).Select(message => message.Body));
        Assert.Equal(["3", "4"], (await queues.ReceiveAsync(Queue, 32, Minute, default)).Select(message => message.Body));
        Assert.Single(await queues.ReceiveAsync(Pipeline.SendAlerts, 32, Minute, default));
    }

    [SkippableFact]
    public async Task Of_many_who_receive_one_gets_the_message()
    {
        IQueues[] opened = [await OpenAsync(), await OpenAsync()];
        for (var number = 0; number < 20; number++)
            await opened[0].SendAsync(Queue, $"{number}", TimeSpan.Zero, default);
        var received = await Task.WhenAll(Enumerable.Range(0, 8).Select(receiver => Task.Run(
            () => opened[receiver % 2].ReceiveAsync(Queue, 4, Minute, default))));
        var bodies = received.SelectMany(messages => messages).Select(message => message.Body).ToList();
        Assert.Equal(20, bodies.Count);
        Assert.Equal(20, bodies.Distinct().Count());
    }

    [SkippableFact]
    public async Task The_largest_message_fits_and_a_larger_one_is_refused_with_its_size()
    {
        var queues = await OpenAsync();
        var largest = new string('日', MessageBody.MaxBytes / 3);
        await queues.SendAsync(Queue, largest, TimeSpan.Zero, default);
        Assert.Equal(largest, Assert.Single(await queues.ReceiveAsync(Queue, 1, Minute, default)).Body);
        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.SendAsync(Queue, largest + "x", TimeSpan.Zero, default));
        Assert.Contains("49153", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await queues.CountAsync(Queue, default));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("Extract")]
    [InlineData("extract--article")]
    [InlineData("-extract")]
    [InlineData("extract_article")]
    public async Task A_name_that_not_every_store_can_hold_is_refused(string queue)
    {
        var queues = await OpenAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.SendAsync(queue, "x", TimeSpan.Zero, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.ReceiveAsync(queue, 1, Minute, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => queues.CountAsync(queue, default));
    }
}
