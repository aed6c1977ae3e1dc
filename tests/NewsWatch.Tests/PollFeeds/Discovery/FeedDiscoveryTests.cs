using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds.Discovery;

public sealed class FeedDiscoveryTests : IDisposable
{
    private const string Site = "https://paper.example/news";
    private readonly PollBench bench = new();

    public void Dispose() => bench.Dispose();

    private Task<DiscoveryResult> FindAsync() => bench.Get<FeedDiscovery>().FindAsync(new(Site), default);

    private void ServePage(string head, string body = "") => bench.Web.Serve(Site, $"<html><head>{head}</head><body>{body}</body></html>", "content-type: text/html");

    [Fact]
    public async Task The_feed_a_page_declares_is_found_before_its_comments()
    {
        ServePage("""<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed"><link rel="stylesheet" href="/a.css"><link rel="alternate" type="application/rss+xml; charset=utf-8" href="/rss?id=1">""");
        bench.Web.Serve("https://paper.example/rss?id=1", bench.Rss("https://paper.example/a"));
        bench.Web.Serve("https://paper.example/comments/feed", bench.Rss("https://paper.example/b"));
        var sources = (await FindAsync()).Sources;
        Assert.Equal(["/rss", "/comments/feed"], sources.Select(source => source.Feed.Address.AbsolutePath));
        Assert.Equal(("Wire", "declared by the page", 1), (sources[0].Feed.Title, sources[0].How, sources[0].Entries));
    }

    [Fact]
    public async Task A_declared_feed_that_cannot_be_read_does_not_count()
    {
        ServePage("""<link rel="alternate" type="application/rss+xml" href="/dead">""", """<a href="/service/rss.xml">RSS</a>""");
        bench.Web.Serve("https://paper.example/service/rss.xml", bench.Rss("https://paper.example/a"));
        var source = Assert.Single((await FindAsync()).Sources);
        Assert.Equal("linked by the page", source.How);
    }

    [Fact]
    public async Task A_feed_no_page_names_is_found_at_a_customary_path()
    {
        ServePage("");
        bench.Web.Serve("https://paper.example/feed.xml", bench.Rss("https://paper.example/a"));
        Assert.Equal("https://paper.example/feed.xml", Assert.Single((await FindAsync()).Sources).Feed.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Without_a_feed_the_page_itself_and_a_sitemap_can_be_watched()
    {
        ServePage("", string.Concat(Enumerable.Range(1, 4).Select(number => $"""<li><a href="/story/{number}">A story about ministers and pacts {number}</a></li>""")));
        bench.Web.Serve("https://paper.example/sitemap.xml", "<urlset><url><loc>https://paper.example/story/1</loc></url></urlset>");
        Assert.Equal([SourceKind.Page, SourceKind.Sitemap], (await FindAsync()).Sources.Select(source => source.Feed.Kind));
    }

    [Fact]
    public async Task An_address_that_is_a_feed_is_its_own_finding()
    {
        bench.Web.Serve(Site, bench.Rss("https://paper.example/a"));
        Assert.Equal("the address itself", Assert.Single((await FindAsync()).Sources).How);
    }

    [Fact]
    public async Task Nothing_found_says_why() => Assert.Equal("HTTP 404", (await FindAsync()).Problem);

    [Fact]
    public async Task A_check_stores_and_sends_nothing()
    {
        bench.Web.Serve(Site, bench.Rss("https://paper.example/a"), "cache-control: max-age=7200");
        var check = await bench.Get<FeedChecker>().CheckAsync(new("Paper", new(Site)), default);
        Assert.Equal((FeedHealth.Ok, 1, "caching headers"), (check.State.Health, check.Document!.Entries.Count, check.State.NextCheckBecause));
        Assert.Empty(bench.Blobs.Names);
        Assert.Empty(bench.Sent.All);
    }
}
