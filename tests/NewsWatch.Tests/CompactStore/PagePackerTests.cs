using System.Security.Cryptography;
using System.Text;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Fetching;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Archive;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.CompactStore;

public sealed class PagePackerTests : IDisposable
{
    private readonly ExtractArticleBench bench = new();

    private PageArchive Archive => bench.Get<PageArchive>();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Pages_of_days_gone_by_move_to_a_file_of_their_day_and_are_found_as_before()
    {
        var first = await KeepAsync("a1", "<p>The talks began.</p>");
        var second = await KeepAsync("a2", "%PDF-1.7 of the treaty");
        bench.Clock.Advance(TimeSpan.FromDays(1));
        var third = await KeepAsync("a3", "<p>The talks went on.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(2));
        var young = await KeepAsync("a4", "<p>The talks ended.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new("pages/", 6, 4), await CompactAsync());

        Assert.Equal(
            ["pages/2026/03/04/*.json", "pages/2026/03/04/*.warc.gz", "pages/2026/03/05/*.json", "pages/2026/03/05/*.warc.gz"],
            Blobs.Where(name => !name.StartsWith("pages/a4/", StringComparison.Ordinal)).Select(Masked));
        foreach (var (page, body) in new[]
        {
            (first, "<p>The talks began.</p>"), (second, "%PDF-1.7 of the treaty"), (third, "<p>The talks went on.</p>"), (young, "<p>The talks ended.</p>"),
        })
        {
            var found = await Archive.FindAsync(ArticleOf(page), default);
            Assert.Equal(page, found! with { Headers = page.Headers, Place = null });
            Assert.Equal(page.Headers, found.Headers);
            Assert.Equal(body, Encoding.UTF8.GetString((await Archive.ReadAsync(found, default))!.Value.Span));
            // Who had found it before it was packed reads it all the same.
            Assert.Equal(body, Encoding.UTF8.GetString((await Archive.ReadAsync(page, default))!.Value.Span));
        }
        Assert.Equal(["a1", "a2", "a3", "a4"], await Archive.ListAsync(default).Select(page => page.Article).Order().ToListAsync());
        Assert.Equal(new("pages/", 0, 0), await CompactAsync());
    }

    [Fact]
    public async Task A_file_is_a_web_archive_of_its_own()
    {
        var page = await KeepAsync("a1", "<p>The talks began.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(3));
        await CompactAsync();

        var name = Blobs.Single(name => name.EndsWith(".warc.gz", StringComparison.Ordinal));
        var records = WarcFile.Read((await bench.Blobs.ReadAsync(name, default))!.Content.ToArray());
        Assert.Equal(["warcinfo", "response"], records.Select(record => record["WARC-Type"]));
        Assert.Equal(Path.GetFileName(name), records[0]["WARC-Filename"]);
        Assert.Equal((page.Address.AbsoluteUri, "2026-03-04T05:06:07Z"), (records[1]["WARC-Target-URI"], records[1]["WARC-Date"]));
        Assert.EndsWith("content-length: 23\r\n\r\n<p>The talks began.</p>", records[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_off_anywhere_it_loses_no_page_and_the_next_run_ends_it()
    {
        // Two days: a file and an index each, and three pages of two blobs.
        const int Steps = 4 + 6;
        for (var before = 1; before <= Steps + 1; before++)
        {
            using var cut = new PagePackerTests();
            var pages = new List<KeptPage>();
            for (var number = 0; number < 3; number++)
            {
                pages.Add(await cut.KeepAsync($"a{number}", $"<p>Page {number}.</p>"));
                cut.bench.Clock.Advance(TimeSpan.FromHours(16));
            }
            cut.bench.Clock.Advance(TimeSpan.FromDays(5));
            cut.bench.Crashes.Restart(before);
            var crash = await Record.ExceptionAsync(cut.CompactAsync);
            Assert.Equal(before <= Steps, crash is CrashException);
            cut.bench.Crashes.Restart(0);
            await cut.AssertReadableAsync(pages);
            await cut.CompactAsync();
            await cut.AssertReadableAsync(pages);
            Assert.Equal(["a0", "a1", "a2"], await cut.Archive.ListAsync(default).Select(page => page.Article).Order().ToListAsync());
            Assert.Equal(4, cut.Blobs.Count);
        }
    }

    [Fact]
    public async Task The_same_bytes_again_after_they_were_packed_are_one_capture_more()
    {
        var page = await KeepAsync("a1", "<p>The talks began.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(4));
        await CompactAsync();
        var again = await KeepAsync("a1", "<p>The talks began.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(4));
        await CompactAsync();

        var found = await Archive.FindAsync(ArticleOf(again) with { FoundAt = page.FetchedAt }, default);
        Assert.Equal(again.FetchedAt, found!.FetchedAt);
        using var file = new MemoryStream();
        await bench.Get<WarcExport>().WriteAsync("all.warc.gz", null, file, default);
        var records = WarcFile.Read(file.ToArray());
        Assert.Equal(5, records.Count);
        Assert.Equal(5, records.Select(record => record["WARC-Record-ID"]).Distinct().Count());
    }

    [Fact]
    public async Task The_same_bytes_read_again_before_they_are_packed_are_found_by_the_day_they_came()
    {
        var page = await KeepAsync("a1", "<p>The talks began.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(page.FetchedAt, (await KeepAsync("a1", "<p>The talks began.</p>")).FetchedAt);
        await CompactAsync();
        var article = ArticleOf(page);
        article = article with { Content = article.Content! with { ReadAt = bench.Clock.GetUtcNow() } };
        Assert.Equal(page.FetchedAt, (await Archive.FindAsync(article, default))!.FetchedAt);
    }

    [Fact]
    public async Task More_than_a_file_holds_goes_on_in_the_next()
    {
        for (var number = 0; number < 5; number++)
            await KeepAsync($"a{number}", RandomNumberGenerator.GetBytes(12 * 1024 * 1024));
        bench.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(new("pages/", 10, 6), await CompactAsync());
        await foreach (var page in Archive.ListAsync(default))
            Assert.Equal(12 * 1024 * 1024, (await Archive.ReadAsync(page, default))!.Value.Length);
    }

    [Fact]
    public async Task A_damaged_page_stays_as_it_is_and_is_told()
    {
        var page = await KeepAsync("a1", "<p>The talks began.</p>");
        await KeepAsync("a2", "<p>The talks went on.</p>");
        await bench.Blobs.WriteAsync(page.Blob, "no gzip at all"u8.ToArray(), WriteCondition.Always, default);
        bench.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(new("pages/", 2, 2), await CompactAsync());
        Assert.Equal(page.Blob, Assert.Single(bench.Get<DamagedRecords>().All).Name);
        Assert.Contains(page.Blob, Blobs);
    }

    [Fact]
    public async Task What_storage_has_deleted_is_kept_no_more()
    {
        var page = await KeepAsync("a1", "<p>The talks began.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(4));
        await CompactAsync();
        await bench.Blobs.DeleteAsync(Blobs.Single(name => name.EndsWith(".warc.gz", StringComparison.Ordinal)), default);
        Assert.Null(await Archive.ReadAsync((await Archive.FindAsync(ArticleOf(page), default))!, default));
        await bench.Blobs.DeleteAsync(Assert.Single(Blobs), default);
        Assert.Null(await Archive.FindAsync(ArticleOf(page), default));
    }

    [Fact]
    public async Task An_articles_pages_can_be_taken_out_of_what_is_packed()
    {
        var (mine, other) = (await KeepAsync("a1", "<p>The talks began.</p>"), await KeepAsync("a2", "<p>The talks went on.</p>"));
        bench.Clock.Advance(TimeSpan.FromDays(4));
        await CompactAsync();
        var alone = await KeepAsync("a1", "<p>The talks ended.</p>");
        bench.Clock.Advance(TimeSpan.FromDays(4));
        await CompactAsync();
        await KeepAsync("a1", "<p>The talks began anew.</p>");
        Assert.Equal(6, Blobs.Count);

        await Archive.RemoveAsync("a1", default);
        Assert.Equal(2, Blobs.Count);
        Assert.Null(await Archive.FindAsync(ArticleOf(mine), default));
        Assert.Null(await Archive.FindAsync(ArticleOf(alone), default));
        var kept = await Archive.FindAsync(ArticleOf(other), default);
        Assert.Equal("<p>The talks went on.</p>", Encoding.UTF8.GetString((await Archive.ReadAsync(kept!, default))!.Value.Span));
        var file = (await bench.Blobs.ReadAsync(kept!.Place!.File, default))!.Content.ToArray();
        Assert.Equal(["warcinfo", "response"], WarcFile.Read(file).Select(record => record["WARC-Type"]));
    }

    private IReadOnlyList<string> Blobs => bench.Blobs.Names;

    private Task<Compaction> CompactAsync()
        => bench.Get<IEnumerable<IOldDays>>().OfType<PagePacker>().Single().CompactAsync(DateOnly.FromDateTime(bench.Clock.GetUtcNow().UtcDateTime), default);

    private Task<KeptPage> KeepAsync(string article, string body) => KeepAsync(article, Encoding.UTF8.GetBytes(body));

    private Task<KeptPage> KeepAsync(string article, byte[] body)
    {
        var address = new Uri($"https://news.example/{article}");
        var headers = new Dictionary<string, string> { ["content-type"] = "text/html", ["etag"] = "\"1\"" };
        return Archive.KeepAsync(article, address, new FetchResult.Fetched(address, address, 200, headers, body), default);
    }

    private async Task AssertReadableAsync(IEnumerable<KeptPage> pages)
    {
        foreach (var page in pages)
            Assert.NotNull(await Archive.ReadAsync((await Archive.FindAsync(ArticleOf(page), default))!, default));
    }

    /// <summary>An article found an hour before its page was fetched.</summary>
    private static Article ArticleOf(KeptPage page) => new()
    {
        Id = page.Article,
        Address = page.Address,
        FoundAt = page.FetchedAt.AddHours(-1),
        Mentions = [],
        Content = new() { Hash = page.Digest, Title = "Talks", Text = "Talks.", ReadAt = page.FetchedAt.AddMinutes(1), Origin = TextOrigin.Page, Page = page.Blob },
    };

    private static string Masked(string name) => $"{name[..name.LastIndexOf('/')]}/*{name[name.IndexOf('.', StringComparison.Ordinal)..]}";
}
