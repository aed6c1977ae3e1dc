using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds.Sources;

public sealed class SitemapReaderTests : IDisposable
{
    private const string Address = "https://paper.example/sitemap.xml";
    private const string News = """
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>https://paper.example/old</loc><lastmod>2026-02-01</lastmod></url>
        <url><loc> https://paper.example/new </loc><image:image><image:loc>https://paper.example/p.jpg</image:loc><image:title>Picture</image:title></image:image>
        <news:news><news:publication><news:name>Paper</news:name></news:publication><news:publication_date>2026-03-04T01:00:00+01:00</news:publication_date><news:title>Pact &amp; peace</news:title></news:news></url>
        </urlset>
        """;

    private readonly PollBench bench = new();

    public void Dispose() => bench.Dispose();

    private Task WatchAsync() => bench.WatchAsync(new WatchedFeed("Paper", new(Address)) { Kind = SourceKind.Sitemap });

    [Fact]
    public async Task A_news_sitemap_gives_titles_and_dates_newest_first()
    {
        bench.Web.Serve(Address, News);
        await WatchAsync();
        Assert.Equal(2, (await bench.PollAsync()).Entries.New);
        var mention = (await bench.ArticleAsync("https://paper.example/new")).Mentions[0];
        Assert.Equal(("Pact & peace", new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero)), (mention.Title, mention.Published));
        Assert.Equal(bench.Found[^1].Article, (await bench.ArticleAsync("https://paper.example/new")).Id);
        Assert.Equal(FeedHealth.Ok, (await bench.StateAsync(Address)).Health);
    }

    [Fact]
    public async Task An_index_leads_to_its_liveliest_sitemaps_again_at_each_poll()
    {
        bench.Web.Serve(Address, """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://paper.example/2001.xml</loc><lastmod>2001-01-01</lastmod></sitemap>
            <sitemap><loc>https://paper.example/a.xml</loc><lastmod>2026-03-01</lastmod></sitemap><sitemap><loc>/b.xml</loc><lastmod>2026-03-02</lastmod></sitemap>
            <sitemap><loc>https://paper.example/news.xml</loc></sitemap></sitemapindex>
            """, "etag: \"1\"");
        bench.Web.Serve("https://paper.example/news.xml", News);
        await WatchAsync();
        Assert.Equal(2, (await bench.PollAsync()).Entries.New);
        Assert.Equal(["/sitemap.xml", "/news.xml", "/b.xml", "/a.xml"], bench.Web.Asked.Select(request => request.Address.AbsolutePath));
        bench.Web.Serve("https://paper.example/news.xml", News.Replace("/new ", "/newer ", StringComparison.Ordinal));
        Assert.Equal(1, (await bench.PollWhenDueAsync(Address)).Entries.New);
    }

    [Fact]
    public async Task One_cut_off_keeps_what_stood_before()
    {
        bench.Web.Serve(Address, News[..News.IndexOf("<image:image>", StringComparison.Ordinal)]);
        await WatchAsync();
        Assert.Equal(1, (await bench.PollAsync()).Entries.New);
    }

    [Fact]
    public async Task A_page_in_its_place_fails()
    {
        bench.Web.Serve(Address, "<html><body>Not found</body></html>");
        await WatchAsync();
        await bench.PollAsync();
        Assert.Equal((FeedHealth.Failing, "the body is no sitemap"), ((await bench.StateAsync(Address)).Health, (await bench.StateAsync(Address)).Reason));
    }
}
