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
