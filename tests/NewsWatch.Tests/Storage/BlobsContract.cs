using System.Globalization;
using System.Text;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Storage;

/// <summary>What every store of blobs keeps.</summary>
public abstract class BlobsContract
{
    /// <summary>The store under test, empty; a second call opens the same store anew.</summary>
    internal abstract Task<IBlobs> OpenAsync();

    [SkippableFact]
    public async Task What_was_never_written_is_not_there()
    {
        var blobs = await OpenAsync();
        Assert.Null(await blobs.ReadAsync("articles/none.json", default));
        Assert.False(await blobs.DeleteAsync("articles/none.json", default));
        Assert.Empty(await ListAsync(blobs, ""));
    }

    [SkippableFact]
    public async Task What_was_written_is_read_back_by_whoever_opens_the_store()
    {
        var blobs = await OpenAsync();
        byte[] content = [0, 255, 10, 13, 0, 128];
        var tag = await blobs.WriteAsync("pages/a/b.html.gz", content, WriteCondition.Always, default);
        var read = await (await OpenAsync()).ReadAsync("pages/a/b.html.gz", default);
        Assert.NotNull(read);
        Assert.Equal(content, read.Content.ToArray());
        Assert.Equal(tag, read.Tag);
    }

    [SkippableFact]
    public async Task The_tail_of_a_blob_is_read_alone()
    {
        var blobs = await OpenAsync();
        await blobs.AppendLineAsync("journal/2026/03/10.jsonl", "first", default);
        await blobs.AppendLineAsync("journal/2026/03/10.jsonl", "second", default);
        Assert.Equal("second\n", Encoding.UTF8.GetString((await blobs.ReadFromAsync("journal/2026/03/10.jsonl", 6, default))!.Value.Span));
        Assert.Equal(13, (await blobs.ReadFromAsync("journal/2026/03/10.jsonl", 0, default))!.Value.Length);
        Assert.Equal(0, (await blobs.ReadFromAsync("journal/2026/03/10.jsonl", 13, default))!.Value.Length);
        Assert.Equal(0, (await blobs.ReadFromAsync("journal/2026/03/10.jsonl", 99, default))!.Value.Length);
        Assert.Null(await blobs.ReadFromAsync("journal/2026/03/11.jsonl", 0, default));
    }

    [SkippableFact]
    public async Task A_piece_of_a_blob_is_read_alone()
    {
        var blobs = await OpenAsync();
        await blobs.WriteAsync("pages/all.gz", Bytes("0123456789"), WriteCondition.Always, default);
        foreach (var (start, length, piece) in new[] { (0, 3, "012"), (4, 2, "45"), (7, 99, "789"), (10, 5, ""), (99, 5, "") })
            Assert.Equal(piece, Encoding.UTF8.GetString((await blobs.ReadRangeAsync("pages/all.gz", start, length, default))!.Value.Span));
        Assert.Null(await blobs.ReadRangeAsync("pages/none.gz", 0, 3, default));
    }

    [SkippableFact]
    public async Task An_empty_blob_is_a_blob()
    {
        var blobs = await OpenAsync();
        await blobs.WriteAsync("feeds/empty.json", ReadOnlyMemory<byte>.Empty, WriteCondition.IfAbsent, default);
        Assert.Equal(0, (await blobs.ReadAsync("feeds/empty.json", default))!.Content.Length);
        Assert.Null(await blobs.WriteAsync("feeds/empty.json", Bytes("x"), WriteCondition.IfAbsent, default));
    }

    [SkippableFact]
    public async Task A_blob_is_created_once()
    {
        var blobs = await OpenAsync();
        Assert.NotNull(await blobs.WriteAsync("feeds/a.json", Bytes("first"), WriteCondition.IfAbsent, default));
        Assert.Null(await blobs.WriteAsync("feeds/a.json", Bytes("second"), WriteCondition.IfAbsent, default));
        Assert.Equal("first", await TextAsync(blobs, "feeds/a.json"));
    }

    [SkippableFact]
    public async Task A_blob_changed_meanwhile_is_not_overwritten()
    {
        var blobs = await OpenAsync();
        var old = await blobs.WriteAsync("feeds/a.json", Bytes("1"), WriteCondition.Always, default);
        var current = await blobs.WriteAsync("feeds/a.json", Bytes("2"), WriteCondition.IfUnchanged(old!), default);
        Assert.NotNull(current);
        Assert.NotEqual(old, current);
        Assert.Null(await blobs.WriteAsync("feeds/a.json", Bytes("3"), WriteCondition.IfUnchanged(old!), default));
        Assert.Equal("2", await TextAsync(blobs, "feeds/a.json"));
    }

    [SkippableFact]
    public async Task A_blob_deleted_meanwhile_does_not_come_back()
    {
        var blobs = await OpenAsync();
        var tag = await blobs.WriteAsync("feeds/a.json", Bytes("1"), WriteCondition.Always, default);
        Assert.True(await blobs.DeleteAsync("feeds/a.json", default));
        Assert.Null(await blobs.WriteAsync("feeds/a.json", Bytes("2"), WriteCondition.IfUnchanged(tag!), default));
        Assert.Null(await blobs.ReadAsync("feeds/a.json", default));
    }

    [SkippableFact]
    public async Task Names_are_listed_by_prefix_in_ordinal_order()
    {
        var blobs = await OpenAsync();
        foreach (var name in new[] { "journal/2026/02/01.jsonl", "journal/2025/12/31.jsonl", "feeds/a.json", "feeds/a-b.json", "feeds/a/c.json" })
            await blobs.WriteAsync(name, Bytes("x"), WriteCondition.Always, default);
        Assert.Equal(["journal/2025/12/31.jsonl", "journal/2026/02/01.jsonl"], await ListAsync(blobs, "journal/"));
        Assert.Equal(["journal/2026/02/01.jsonl"], await ListAsync(blobs, "journal/2026"));
        Assert.Equal(["feeds/a-b.json", "feeds/a.json", "feeds/a/c.json"], await ListAsync(blobs, "feeds/a"));
        Assert.Empty(await ListAsync(blobs, "alerts/"));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("/feeds/a.json")]
    [InlineData("feeds//a.json")]
    [InlineData("feeds/../../a.json")]
    [InlineData("../a.json")]
    [InlineData("feeds/.hidden")]
    [InlineData("feeds/a.")]
    [InlineData("feeds\\a.json")]
    [InlineData("feeds/A.json")]
    [InlineData("feeds/a\0.json")]
    [InlineData("c:/a.json")]
    public async Task A_name_that_not_every_store_can_hold_is_refused(string name)
    {
        var blobs = await OpenAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.WriteAsync(name, Bytes("x"), WriteCondition.Always, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.ReadAsync(name, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.AppendLineAsync(name, "x", default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.DeleteAsync(name, default));
    }

    [SkippableFact]
    public async Task Lines_are_appended_in_order_and_whole()
    {
        var blobs = await OpenAsync();
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "first", default);
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "zweite Zeile, ünïcode 日本", default);
        Assert.Equal("first\nzweite Zeile, ünïcode 日本\n", await TextAsync(blobs, "journal/2026/01/02.jsonl"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => blobs.AppendLineAsync("journal/2026/01/02.jsonl", "two\nlines", default));
    }

    [SkippableFact]
    public async Task Concurrent_appends_lose_nothing()
    {
        const int Writers = 8, Lines = 12;
        IBlobs[] opened = [await OpenAsync(), await OpenAsync()];
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var line = 0; line < Lines; line++)
                await opened[writer % 2].AppendLineAsync("journal/2026/01/03.jsonl", $"{writer}:{line}", default);
        })));
        var lines = (await TextAsync(opened[0], "journal/2026/01/03.jsonl")).Split('\n')[..^1];
        Assert.Equal(Writers * Lines, lines.Distinct().Count());
        Assert.Equal(Writers * Lines, lines.Length);
    }

    [SkippableFact]
    public async Task Concurrent_changes_lose_nothing()
    {
        const int Writers = 6, Changes = 8;
        IBlobs[] opened = [await OpenAsync(), await OpenAsync()];
        await opened[0].WriteAsync("feeds/count.json", Bytes("0"), WriteCondition.Always, default);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var done = 0; done < Changes;)
            {
                var blob = await opened[writer % 2].ReadAsync("feeds/count.json", default);
                var next = int.Parse(Encoding.UTF8.GetString(blob!.Content.Span), CultureInfo.InvariantCulture) + 1;
                if (await opened[writer % 2].WriteAsync("feeds/count.json", Bytes($"{next}"), WriteCondition.IfUnchanged(blob.Tag), default) is not null)
                    done++;
            }
        })));
        Assert.Equal($"{Writers * Changes}", await TextAsync(opened[0], "feeds/count.json"));
    }

    [SkippableFact]
    public async Task Of_many_who_create_a_blob_one_does()
    {
        IBlobs[] opened = [await OpenAsync(), await OpenAsync()];
        var tags = await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => Task.Run(
            () => opened[writer % 2].WriteAsync("alerts/a.json", Bytes($"{writer}"), WriteCondition.IfAbsent, default))));
        Assert.Single(tags, tag => tag is not null);
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static async Task<string> TextAsync(IBlobs blobs, string name)
        => Encoding.UTF8.GetString((await blobs.ReadAsync(name, default))!.Content.Span);

    private static async Task<List<string>> ListAsync(IBlobs blobs, string prefix)
    {
        var names = new List<string>();
        await foreach (var name in blobs.ListAsync(prefix, default))
            names.Add(name);
        return names;
    }
}
