using System.Text;
using NewsWatch.PollFeeds.WatchLists;

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
            new("Releases", new("https://mofa.example/press")) { Kind = SourceKind.Page, Select = "ul.news a", Enabled = false, Tags = ["Government/Defence"] },
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
    [InlineData("<outline text='x' xmlUrl='https://a.example/' nw:enabled='maybe'/>", "enabled=\"maybe\" must be true or false")]
    [InlineData("<outline text='x' xmlUrl='https://a.example/' nw:every='soon'/>", "every=\"soon\" must be a duration such as PT30M")]
    [InlineData("<outline text='x' url='https://a.example/' nw:kind='blog'/>", "kind=\"blog\" must be feed, page or sitemap")]
    public void A_source_that_cannot_be_used_is_refused_with_file_and_line(string outline, string complaint)
    {
        var refusal = Assert.Throws<WatchListException>(() => Read(outline));
        Assert.StartsWith("feeds.opml, line 2: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<opml>")]
    [InlineData("<html><body/></html>")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'b'>]><opml><body/></opml>")]
    public void What_is_no_OPML_is_refused_in_one_line_naming_it(string text)
    {
        var refusal = Assert.Throws<WatchListException>(() => OpmlReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "/lists/feeds.opml"));
        Assert.StartsWith("/lists/feeds.opml is no watch list", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_missing_file_is_refused_in_one_line_naming_it()
    {
        var refusal = Assert.Throws<WatchListException>(() => WatchListStore.ReadFile("/nowhere/feeds.opml"));
        Assert.StartsWith("/nowhere/feeds.opml does not exist. ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_list_has_folders_languages_and_sites_and_disables_what_is_blocked()
    {
        var list = WatchListStore.Default();
        Assert.True(list.Feeds.Count >= 100);
        Assert.All(list.Feeds, feed => Assert.True(feed is { Tags.Count: > 0, Site: not null, Language: not null, Note: not null }, feed.Title));
        Assert.All(list.Feeds, feed => Assert.Equal(feed.Note != "refuses programs", feed.Enabled));
        Assert.Contains(list.Feeds, feed => !feed.Enabled);
    }
}
