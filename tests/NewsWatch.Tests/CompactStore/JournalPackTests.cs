using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.Storage;
using NewsWatch.Storage.Local;

namespace NewsWatch.Tests.CompactStore;

public sealed class JournalPackTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Thursday = new(2026, 3, 5);

    private readonly TemporaryFolder folder = new();
    private readonly DamagedRecords damaged = new(NullLogger<DamagedRecords>.Instance);
    private readonly FolderBlobs blobs;
    private readonly Journal journal;

    public JournalPackTests()
    {
        blobs = new(new(folder.Path));
        journal = new(blobs, damaged);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Days_before_the_last_three_are_packed_and_read_as_before()
    {
        await TellAsync(Monday, "a", "b");
        await TellAsync(Monday.AddDays(1), "c");
        Assert.Equal(new("journal/", 1, 1), await journal.CompactAsync(Thursday, default));
        Assert.Equal(["journal/2026/03/02.jsonl.01.gz", "journal/2026/03/03.jsonl"], await NamesAsync());
        Assert.Equal(["a", "b", "c"], await ArticlesAsync());
        Assert.Equal(new("journal/", 0, 0), await journal.CompactAsync(Thursday, default));
    }

    [Fact]
    public async Task Who_has_read_a_part_reads_on_where_it_was()
    {
        await TellAsync(Monday, "a");
        var part = await PartAsync();
        var (read, position) = ((await journal.ReadTailAsync(part, 0, default)).Entries, (await journal.ReadTailAsync(part, 0, default)).Position);
        await TellAsync(Monday, "b");
        await journal.CompactAsync(Thursday, default);

        var packed = await PartAsync();
        Assert.Equal((part.Name, part.Day), (packed.Name, packed.Day));
        var tail = await journal.ReadTailAsync(packed, position, default);
        Assert.Equal("b", Assert.Single(tail.Entries).Article);
        Assert.Empty((await journal.ReadTailAsync(packed, tail.Position, default)).Entries);
        // Listed before it was packed, read after.
        Assert.Equal("b", Assert.Single((await journal.ReadTailAsync(part, position, default)).Entries).Article);
        Assert.Equal("a", Assert.Single(read).Article);
    }

    [Fact]
    public async Task The_parts_of_a_day_stay_in_order()
    {
        await TellAsync(Monday, "a");
        await blobs.WriteAsync("journal/2026/03/02.jsonl.02", (await blobs.ReadAsync("journal/2026/03/02.jsonl", default))!.Content, WriteCondition.IfAbsent, default);
        await TellAsync(Monday, "b");
        await journal.CompactAsync(Thursday, default);
        Assert.Equal(["journal/2026/03/02.jsonl.01.gz", "journal/2026/03/02.jsonl.02.gz"], await NamesAsync());
        Assert.Equal(["a", "b", "a"], await ArticlesAsync());
        Assert.Equal(
            ["journal/2026/03/02.jsonl", "journal/2026/03/02.jsonl.02"],
            await journal.ListAsync(new DateOnly(2026, 3, 1), Thursday, default).Select(part => part.Name).ToListAsync());
    }

    [Fact]
    public async Task Cut_off_before_the_lines_are_deleted_they_are_read_once_and_packed_once()
    {
        await TellAsync(Monday, "a", "b");
        var lines = (await blobs.ReadAsync("journal/2026/03/02.jsonl", default))!.Content;
        await journal.CompactAsync(Thursday, default);
        await blobs.WriteAsync("journal/2026/03/02.jsonl", lines, WriteCondition.IfAbsent, default);
        Assert.Equal(["a", "b"], await ArticlesAsync());
        await journal.CompactAsync(Thursday, default);
        Assert.Equal(["journal/2026/03/02.jsonl.01.gz"], await NamesAsync());
        Assert.Equal(["a", "b"], await ArticlesAsync());
    }

    [Fact]
    public async Task A_line_told_late_by_a_clock_that_was_wrong_is_kept()
    {
        await TellAsync(Monday, "a", "b");
        await journal.CompactAsync(Thursday, default);
        await TellAsync(Monday, "late");
        Assert.Equal(["a", "b", "late"], await ArticlesAsync());
        await journal.CompactAsync(Thursday, default);
        Assert.Equal(["journal/2026/03/02.jsonl.01.gz"], await NamesAsync());
        Assert.Equal(["a", "b", "late"], await ArticlesAsync());
    }

    [Fact]
    public async Task A_packed_part_that_is_damaged_is_told_and_passed_over()
    {
        await TellAsync(Monday, "a");
        await TellAsync(Monday.AddDays(1), "b");
        await journal.CompactAsync(Thursday, default);
        await blobs.WriteAsync("journal/2026/03/02.jsonl.01.gz", Encoding.UTF8.GetBytes("no gzip"), WriteCondition.Always, default);
        Assert.Equal(["b"], await ArticlesAsync());
        Assert.Equal("journal/2026/03/02.jsonl.01.gz", Assert.Single(damaged.All).Name);
        Assert.Equal("journal/2026/03/02.jsonl.01.gz", Assert.Single((await journal.ReadTailAsync(await PartAsync(), 0, default)).Damaged).Line);
        // What is told late goes behind nothing that cannot be read.
        await TellAsync(Monday, "late");
        Assert.Equal(new("journal/", 0, 0), await journal.CompactAsync(Thursday, default));
        Assert.Contains("journal/2026/03/02.jsonl", await NamesAsync());
    }

    private async Task<JournalPart> PartAsync() => await journal.ListAsync(Monday, default).FirstAsync();

    private async Task<List<string>> NamesAsync() => await blobs.ListAsync("journal/", default).ToListAsync();

    private async Task<List<string>> ArticlesAsync() => await journal.ReadAsync(null, default).Select(entry => entry.Article).ToListAsync();

    private async Task TellAsync(DateTimeOffset at, params string[] articles)
    {
        foreach (var article in articles)
            await journal.AppendAsync(new(JournalKind.Found, at, article, "Title", new($"https://news.example/{article}")), default);
    }
}
