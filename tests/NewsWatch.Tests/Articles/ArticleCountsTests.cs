using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.Storage;
using NewsWatch.Storage.Local;

namespace NewsWatch.Tests.Articles;

public sealed class ArticleCountsTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly FolderBlobs blobs;
    private readonly Journal journal;

    public ArticleCountsTests()
    {
        blobs = new(new(folder.Path));
        journal = new(blobs, new(NullLogger<DamagedRecords>.Instance));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_found_is_all_zeros()
    {
        var counts = await ArticleCounts.ReadAsync(journal, null, default);
        Assert.Equal(0, counts.Found);
        Assert.Equal(Enum.GetValues<ArticleState>(), counts.ByState.Keys.Order());
    }

    [Fact]
    public async Task Each_article_counts_once_in_its_last_state_however_often_it_was_told()
    {
        await TellAsync(Monday, JournalKind.Found, "a", "a", "b", "c");
        await TellAsync(Monday, JournalKind.Outcome, ArticleState.NotFlagged, "a", "b");
        await TellAsync(Monday.AddHours(1), JournalKind.Found, "a");
        await TellAsync(Monday.AddHours(1), JournalKind.Outcome, ArticleState.Flagged, "a", "a");
        await TellAsync(Monday.AddHours(2), JournalKind.Decision, "a");
        var counts = await ArticleCounts.ReadAsync(journal, null, default);
        Assert.Equal(
            (3, 1, 1, 1),
            (counts.Found, counts.ByState[ArticleState.Flagged], counts.ByState[ArticleState.NotFlagged], counts.ByState[ArticleState.Pending]));
    }

    [Fact]
    public async Task A_day_to_begin_with_leaves_the_days_before_out()
    {
        await TellAsync(Monday, JournalKind.Found, "a", "b");
        await TellAsync(Monday.AddHours(1), JournalKind.Outcome, ArticleState.Gone, "a");
        var counts = await ArticleCounts.ReadAsync(journal, Monday.AddDays(1), default);
        Assert.Equal((1, 1), (counts.Found, counts.ByState[ArticleState.Gone]));
    }

    [Fact]
    public async Task A_line_that_was_not_written_to_its_end_does_not_count()
    {
        await TellAsync(Monday, JournalKind.Found, "a");
        await File.AppendAllTextAsync(folder.Combine("blobs", "journal", "2026", "03", "02.jsonl"), "{\"kind\":\"found\",\"at\":\"20");
        Assert.Equal(1, (await ArticleCounts.ReadAsync(journal, null, default)).Found);
    }

    [Fact]
    public async Task The_parts_of_a_day_that_a_store_has_split_are_read_in_order()
    {
        await TellAsync(Monday, JournalKind.Outcome, ArticleState.NotFlagged, "a");
        var line = (await blobs.ReadAsync("journal/2026/03/02.jsonl", default))!.Content;
        await TellAsync(Monday, JournalKind.Outcome, ArticleState.Flagged, "b");
        await blobs.WriteAsync("journal/2026/03/02.jsonl.02", line, WriteCondition.IfAbsent, default);
        Assert.Equal(["a", "b", "a"], await journal.ReadAsync(Monday, default).Select(entry => entry.Article).ToListAsync());
    }

    private Task TellAsync(DateTimeOffset at, JournalKind kind, params string[] articles) => TellAsync(at, kind, ArticleState.Pending, articles);

    private async Task TellAsync(DateTimeOffset at, JournalKind kind, ArticleState state, params string[] articles)
    {
        foreach (var article in articles)
            await journal.AppendAsync(new(kind, at, article, "Title", new($"https://news.example/{article}")) { State = state }, default);
    }
}
