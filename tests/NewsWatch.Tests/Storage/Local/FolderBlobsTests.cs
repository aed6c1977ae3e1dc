using NewsWatch.Storage;
using NewsWatch.Storage.Local;

namespace NewsWatch.Tests.Storage.Local;

public sealed class FolderBlobsTests : BlobsContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    internal override Task<IBlobs> OpenAsync() => Task.FromResult<IBlobs>(new FolderBlobs(new(folder.Path)));

    [Fact]
    public async Task The_rest_of_an_append_that_did_not_end_is_dropped_by_the_next()
    {
        var blobs = await OpenAsync();
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "whole", default);
        await File.AppendAllTextAsync(folder.Combine("blobs", "journal", "2026", "01", "02.jsonl"), "{\"torn");
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "next", default);
        Assert.Equal("whole\nnext\n", await TextAsync(blobs, "journal/2026/01/02.jsonl"));
    }

    [Fact]
    public async Task What_a_killed_writer_left_behind_is_no_blob_and_stands_in_nobodys_way()
    {
        var blobs = await OpenAsync();
        await blobs.WriteAsync("feeds/a.json", Bytes("old"), WriteCondition.Always, default);
        for (var stripe = 0; stripe < 64; stripe++)
            await File.WriteAllTextAsync(folder.Combine("locks", $"{stripe:x2}.tmp"), "half of a much longer content");
        Assert.NotNull(await blobs.WriteAsync("feeds/a.json", Bytes("new"), WriteCondition.Always, default));
        Assert.Equal("new", await TextAsync(blobs, "feeds/a.json"));
    }

    [Fact]
    public async Task The_last_blob_of_a_folder_takes_the_folder_with_it()
    {
        var blobs = await OpenAsync();
        await blobs.WriteAsync("pages/a/1.json", Bytes("x"), WriteCondition.Always, default);
        await blobs.WriteAsync("pages/a/2.json", Bytes("x"), WriteCondition.Always, default);
        await blobs.DeleteAsync("pages/a/1.json", default);
        Assert.True(Directory.Exists(folder.Combine("blobs", "pages", "a")));
        await blobs.DeleteAsync("pages/a/2.json", default);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Combine("blobs")));
        Assert.Empty(await blobs.ListAsync("pages/", default).ToListAsync());
    }

    [Fact]
    public async Task A_folder_that_is_taken_away_while_another_blob_comes_into_it_loses_none()
    {
        var blobs = await OpenAsync();
        await Parallel.ForAsync(0, 8, async (worker, cancellation) =>
        {
            for (var round = 0; round < 200; round++)
            {
                var (record, lines) = ($"pages/a/{worker}.json", $"pages/a/{worker}.jsonl");
                Assert.NotNull(await blobs.WriteAsync(record, Bytes("x"), WriteCondition.IfAbsent, cancellation));
                await blobs.AppendLineAsync(lines, "line", cancellation);
                await blobs.ListAsync("pages/", cancellation).CountAsync(cancellation);
                Assert.True(await blobs.DeleteAsync(record, cancellation));
                Assert.Equal("line\n", await TextAsync(blobs, lines));
                Assert.True(await blobs.DeleteAsync(lines, cancellation));
            }
        });
        Assert.Empty(await blobs.ListAsync("", default).ToListAsync());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(folder.Combine("file"), "");
        var refusal = Assert.Throws<StorageUnavailableException>(() => new FolderBlobs(new(folder.Combine("file", "data"))));
        Assert.Contains(folder.Combine("file", "data"), refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_folder_that_can_no_longer_be_written_is_named()
    {
        var blobs = await OpenAsync();
        await File.WriteAllTextAsync(folder.Combine("blobs", "feeds"), "a file where a folder should be");
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => blobs.WriteAsync("feeds/a.json", Bytes("x"), WriteCondition.Always, default));
        Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_blob_and_the_lock_as_they_were()
    {
        var blobs = await OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => blobs.WriteAsync("feeds/a.json", Bytes("x"), WriteCondition.Always, new CancellationToken(canceled: true)));
        Assert.Null(await blobs.ReadAsync("feeds/a.json", default));
        Assert.NotNull(await blobs.WriteAsync("feeds/a.json", Bytes("x"), WriteCondition.Always, default));
    }
}
