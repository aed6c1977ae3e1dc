using System.Text;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds.WatchLists;

public sealed class OpmlTests
{
    private static WatchList Read(string body) => OpmlReader.Read(
        new MemoryStream(Encoding.UTF8.GetBytes($"<opml version=\"2.0\" xmlns:nw=\"urn:newswatch:opml\"><head><title>T</title></head>\n<body>{body}</body></opml>")), "feeds.opml");

    [Fact]
    public void What_is_written_is_read_back()
    {
        var list = WatchList.Of("Mine", [
            new("Ministry & <press>", new("https://mod.example/rss?a=1&b=2")) { Tags = ["Government/Defence", "Asia"], Site = new("https://mod.example/"), Language = "en", Note = "seen working" },
            new("Releases", new("https://mofa.example/press")) { Kind = SourceKind.Page, Select = "ul.news a", Links = "/press/*", Enabled = false, Tags = ["Government/Defence"] },
            new("Map", new("https://paper.example/news-sitemap.xml")) { Kind = SourceKind.Sitemap, Every = TimeSpan.FromMinutes(30), MaxEntries = 50, ObeyRobots = false },
        ]);
        var read = OpmlReader.Read(new MemoryStream(OpmlWriter.Write(list)), "x");
        Assert.Equal(list.Title, read.Title);
        Assert.Equal(list.Feeds.Select(Told), read.Feeds.Select(Told));

        static string Told(WatchedFeed feed) => $"{feed with { Tags = [] }} {string.Join('|', feed.Tags)}";
    }

    [Fact]
    public void Folders_and_categories_become_tags_and_a_feed_listed_twice_is_one_with_both()
    {
        var list = Read("""
            <outline text="Asia"><outline text="Japan"><outline text="Wire" xmlUrl="https://wire.example/feed" category="/press,agencies"/></outline></outline>
            <outline title="Mine"><outline text="Again" type="rss" xmlUrl="https://wire.example/feed"/></outline>
            """);
        var feed = Assert.Single(list.Feeds);
        Assert.Equal("Wire", feed.Title);
        Assert.Equal(["Asia/Japan", "press", "agencies", "Mine"], feed.Tags);
    }

    [Theory]
    [InlineData("<outline text='x' xmlUrl='ftp://a.example/'/>", "'ftp://a.example/' is no http or https address")]
    [InlineData("<outline text='x' type='rss' xmlUrl=''/>", "'' is no http or https address")]
    [InlineData("<outline text='x' xmlUrl='/relative.xml'/>", "'/relative.xml' is no http or https address")]
    [InlineData("<outline text='x' xmlUrl='https://a.example/' nw:enabled='maybe'/>", "enabled=\"maybe\" must be true or false")]
    [InlineData("<outline text='x' xmlUrl='https://a.example/' nw:every='soon'/>", "every=\"soon\" must be a duration such as PT30M")]
    [InlineData("<outline text='x' url='https://a.example/' nw:kind='blog'/>", "kind=\"blog\" must be feed, page or sitemap")]
    public void A_source_that_cannot_be_used_is_left_out_and_named_by_file_and_line(string outline, string complaint)
    {
        var list = Read($"{outline}\n<outline text='y' xmlUrl='https://b.example/'/>");
        Assert.Equal("https://b.example/", Assert.Single(list.Feeds).Address.AbsoluteUri);
        var leftOut = Assert.Single(list.LeftOut);
        Assert.StartsWith("feeds.opml, line 2: ", leftOut, StringComparison.Ordinal);
        Assert.Contains(complaint, leftOut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<opml><body><outline text='x' xmlUrl='https://a.example/rss?a=1&b=2'/></body></opml>", "https://a.example/rss?a=1&b=2")]
    [InlineData("<opml><body><outline text='x' XMLURL='https://a.example/rss'/></body></opml>", "https://a.example/rss")]
    [InlineData("<OPML><BODY><OUTLINE TEXT='x' xmlurl='https://a.example/rss'/></BODY></OPML>", "https://a.example/rss")]
    [InlineData("<opml><body><outline type='atom' url='https://a.example/rss'/></body></opml>", "https://a.example/rss")]
    [InlineData("<opml><body><outline text='x' xmlUrl='feed://a.example/rss'/></body></opml>", "http://a.example/rss")]
    [InlineData("<opml><body><outline text='x' xmlUrl='feed:https://a.example/rss'/></body></opml>", "https://a.example/rss")]
    [InlineData("<!DOCTYPE opml SYSTEM 'opml.dtd'><opml><body><outline text='x' xmlUrl='https://a.example/rss'/></body></opml>", "https://a.example/rss")]
    [InlineData("\n\n<?xml version='1.0'?><opml><body><outline text='x' xmlUrl='https://a.example/rss'/></body></opml>", "https://a.example/rss")]
    [InlineData("<opml><body><outline text=\"the \"daily\"\" type=\"rss\" xmlUrl=\"https://a.example/rss\"/></body></opml>", "https://a.example/rss")]
    [InlineData("<opml><head><title>T</title></head><outline text='x' xmlUrl='https://a.example/rss'/></opml>", "https://a.example/rss")]
    [InlineData("<opml><body><outline text='x' xmlUrl='https://a.example/rss'/><outline text='y' ", "https://a.example/rss")]
    public void A_list_another_program_wrote_badly_is_read(string text, string address)
    {
        var list = OpmlReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "feeds.opml");
        Assert.Equal(address, Assert.Single(list.Feeds).Address.AbsoluteUri);
        Assert.Empty(list.LeftOut);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<opml>")]
    [InlineData("<html><body/></html>")]
    [InlineData("feeds: none")]
    public void What_is_no_OPML_is_refused_in_one_line_naming_it(string text)
    {
        var refusal = Assert.Throws<WatchListException>(() => OpmlReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "/lists/feeds.opml"));
        Assert.StartsWith("/lists/feeds.opml is no watch list", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_list_of_ones_own_stands_alone_and_is_not_written_where_a_source_would_be_lost()
    {
        using var bench = new PollBench();
        var lists = bench.Get<WatchListStore>();
        Assert.True((await lists.LoadAsync(default)).Feeds.Count > 100);
        var own = await lists.ChangeAsync(list => list.With([new("Mine", new("https://a.example/rss"))]), alone: true, default);
        Assert.Equal(["Mine"], own.Feeds.Select(feed => feed.Title));
        Assert.Equal(["Mine"], (await lists.LoadAsync(default)).Feeds.Select(feed => feed.Title));

        await bench.Blobs.WriteAsync(
            WatchListStore.Blob, Encoding.UTF8.GetBytes("<opml><body><outline xmlUrl='https://a.example/rss'/><outline xmlUrl='gopher://b.example'/></body></opml>"), NewsWatch.Storage.WriteCondition.Always, default);
        var refusal = await Assert.ThrowsAsync<WatchListException>(() => lists.ChangeAsync(list => list.With([new("C", new("https://c.example/rss"))]), alone: true, default));
        Assert.Contains("gopher://b.example", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused_in_one_line_naming_it()
    {
        var refusal = Assert.Throws<WatchListException>(() => WatchListStore.ReadFile("/nowhere/feeds.opml"));
        Assert.StartsWith("/nowhere/feeds.opml does not exist. ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_feeds_have_folders_languages_and_sites_and_disable_what_is_blocked()
    {
        var list = WatchListStore.Feeds();
        Assert.True(list.Feeds.Count >= 100);
        Assert.Empty(list.LeftOut);
        Assert.All(list.Feeds, feed => Assert.True(feed is { Tags.Count: > 0, Site: not null, Language: not null, Note: not null }, feed.Title));
        Assert.All(list.Feeds, feed => Assert.Equal(feed.Note != "refuses programs", feed.Enabled));
        Assert.Contains(list.Feeds, feed => !feed.Enabled);
    }

    [Fact]
    public void The_shipped_pages_say_how_each_was_judged_and_disable_what_cannot_be_read()
    {
        var list = WatchListStore.Pages();
        Assert.Empty(list.LeftOut);
        Assert.True(list.Feeds.Count(feed => feed.Enabled) >= 40);
        Assert.All(list.Feeds, feed => Assert.True(feed is { Tags.Count: > 0, Language: not null, Note: not null, Kind: not SourceKind.Feed }, feed.Title));
        Assert.All(list.Feeds, feed => Assert.Equal(feed.Note is not ("refuses programs" or "filled by scripts"), feed.Enabled));
        Assert.All(list.Feeds.Where(feed => feed.Note!.StartsWith("form of", StringComparison.Ordinal)), feed => Assert.NotNull(feed.Links));
    }
}
