using Microsoft.Extensions.Time.Testing;
using NewsWatch.Storage;
using NewsWatch.Storage.Local;

namespace NewsWatch.Tests.Storage.Local;

public sealed class SqliteQueuesTests : QueuesContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly List<SqliteQueues> opened = [];

    public void Dispose()
    {
        opened.ForEach(queues => queues.Dispose());
        folder.Dispose();
    }

    internal override Task<IQueues> OpenAsync()
    {
        opened.Add(new(new(folder.Path), time));
        return Task.FromResult<IQueues>(opened[^1]);
    }

    internal override async Task<QueuedMessage> ReceiveLaterAsync(IQueues queues, string queue)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return Assert.Single(await queues.ReceiveAsync(queue, 1, TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task What_a_dead_receiver_had_is_reclaimed_and_what_waits_its_delay_is_not()
    {
        var queues = new SqliteQueues(new(folder.Path), time);
        opened.Add(queues);
        foreach (var body in new[] { "taken once", "taken twice", "released", "completed" })
            await queues.SendAsync("extract-article", body, TimeSpan.Zero, default);
        var hour = TimeSpan.FromHours(1);
        var taken = await queues.ReceiveAsync("extract-article", 32, hour, default);
        await queues.ReleaseAsync(taken[1], TimeSpan.Zero, default);
        await queues.ReceiveAsync("extract-article", 1, TimeSpan.FromSeconds(1), default);
        await ReceiveLaterAsync(queues, "extract-article");
        await queues.ReleaseAsync(taken[2], hour, default);
        await queues.CompleteAsync(taken[3], default);
        await queues.SendAsync("extract-article", "delayed", hour, default);

        Assert.Equal(2, await queues.ReclaimAsync(default));
        var reclaimed = await queues.ReceiveAsync("extract-article", 32, hour, default);
        Assert.Equal(["taken once", "taken twice"], reclaimed.Select(message => message.Body));
        Assert.Equal([2, 4], reclaimed.Select(message => message.Deliveries));
        await queues.CompleteAsync(taken[0], default);
        Assert.Equal(4, await queues.CountAsync("extract-article", default));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(folder.Combine("file"), "");
        var refusal = Assert.Throws<StorageUnavailableException>(() => new SqliteQueues(new(folder.Combine("file", "data")), time));
        Assert.Contains(folder.Combine("file", "data"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_data_base_is_refused_with_the_folder_named()
    {
        File.WriteAllText(folder.Combine("queues.db"), "This is text, and long enough not to be taken for an empty file by anyone who opens it.");
        var refusal = Assert.Throws<StorageUnavailableException>(() => new SqliteQueues(new(folder.Path), time));
        Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
    }
}
