using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Storage;

public sealed class AbsentStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task What_is_not_there_is_empty_to_read_refuses_to_be_written_and_leaves_no_folder()
    {
        var path = folder.Combine("data");
        await using var services = new ServiceCollection().AddAbsentStorage(path).BuildServiceProvider();
        var (blobs, queues) = (services.GetRequiredService<IBlobs>(), services.GetRequiredService<IQueues>());
        Assert.Null(await blobs.ReadAsync("articles/a.json", default));
        Assert.Empty(await blobs.ListAsync("articles/", default).ToListAsync());
        Assert.Equal(0, await queues.CountAsync(Pipeline.SendAlerts, default));
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => blobs.WriteAsync("articles/a.json", new byte[1], WriteCondition.Always, default));
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => queues.SendAsync(Pipeline.SendAlerts, "{}", TimeSpan.Zero, default));
        Assert.False(Directory.Exists(path));
        Assert.False(LocalStorageServices.IsThere(path));
    }

    public void Dispose() => folder.Dispose();
}
