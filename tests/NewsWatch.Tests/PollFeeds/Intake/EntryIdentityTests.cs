using System.Globalization;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds.Intake;

/// <summary>What is one entry, and what are several: within a feed by id, across feeds by address.</summary>
public sealed class EntryIdentityTests : IDisposable
{
    private const string Landing = "https://mod.example/announcements/";

    private readonly PollBench bench = new();

    public void Dispose() => bench.Dispose();

    private static string Item(string title, string? id = null, string? link = null, string text = "", string more = "")
        => $"<item><title>{title}</title>{(id is null ? "" : $"<guid isPermaLink=\"false\">{id}</guid>")}{(link is null ? "" : $"<link>{link}</link>")}<description>{text}</description>{more}</item>";

    private static string Feed(params string[] items)
        => $"<rss version=\"2.0\"><channel><title>Ministry</title><link>https://mod.example/</link>{string.Concat(items)}</channel></rss>";

    private async Task<(int New, int Known, int Edited)> PollAsync(params string[] items)
    {
        bench.Web.Serve(PollBench.Address, Feed(items));
        if ((await bench.StateAsync()).NextCheck is null)
            await bench.WatchAsync(PollBench.Address);
        else
            bench.Clock.Advance(TimeSpan.FromDays(2));
        var entries = (await bench.PollAsync()).Entries;
        return (entries.New, entries.Known, entries.Edited);
    }

    private async Task<IReadOnlyList<Article>> ArticlesAsync()
    {
        var found = new List<Article>();
        await foreach (var id in bench.Get<ArticleStore>().ListAsync(default))
            found.Add((await bench.Get<ArticleStore>().ReadAsync(id, default))!);
        return found;
    }

    [Theory]
    [InlineData(true, Landing)]
    [InlineData(false, Landing)]
    [InlineData(true, "https://mod.example/")]
    public async Task Entries_that_share_a_landing_page_are_articles_of_their_own(bool haveIds, string link)
    {
        string[] items = [.. Enumerable.Range(1, 4).Select(number => Item($"Paper {(char)('A' + number)}", haveIds ? $"n-{number}" : null, link))];
        Assert.Equal((4, 0, 0), await PollAsync(items));
        Assert.Equal((0, 0, 0), await PollAsync(items));
        var articles = await ArticlesAsync();
        Assert.Equal(4, articles.Select(article => article.Mentions.Single().Title).Distinct().Count());
        Assert.All(articles, article => Assert.True(article.SharesAddress));
    }

    [Fact]
    public async Task One_id_for_all_is_no_id()
    {
        Assert.Equal((3, 0, 0), await PollAsync(Item("One", Landing, Landing), Item("Two", Landing, Landing), Item("Three", Landing, Landing)));
        Assert.Equal((3, 0, 0), await PollAsync(Item("Four", "x", "https://mod.example/4"), Item("Five", "x", "https://mod.example/5"), Item("Six", "x", "https://mod.example/6")));
    }

    [Fact]
    public async Task A_landing_page_with_one_entry_after_the_other_loses_none()
    {
        Assert.Equal((1, 0, 0), await PollAsync(Item("Talks opened", "n-1", Landing)));
        Assert.Equal((1, 0, 0), await PollAsync(Item("Paper signed", "n-2", Landing)));
        Assert.Equal(["Paper signed", "Talks opened"], (await ArticlesAsync()).Select(article => article.Mentions.Single().Title).Order());
    }

    [Fact]
    public async Task Links_that_differ_behind_the_mark_alone_are_different_entries()
    {
        Assert.Equal((3, 0, 0), await PollAsync(
            Item("Monday", "https://mod.example/news#1", "https://mod.example/news#1"),
            Item("Tuesday", "https://mod.example/news#2", "https://mod.example/news#2"),
            Item("Wednesday", null, "https://mod.example/news#3")));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("<link/>", "<link></link>", "<link> </link>")]
    [InlineData("<link>N/A</link>", "<link>none</link>", "<link>#</link>")]
    [InlineData("<link>mailto:press@mod.example</link>", "<link>javascript:void(0)</link>", "<link>about:blank</link>")]
    public async Task Entries_without_a_link_are_articles_on_the_feeds_own_text(string one, string other, string third)
    {
        Assert.Equal((3, 0, 0), await PollAsync(
            Item("In force", "p-3", text: "The paper is in force.", more: one),
            Item("Signed", "p-2", text: "The paper was signed.", more: other),
            Item("Visit", text: "A minister came.", more: third)));
        Assert.All(await ArticlesAsync(), article => Assert.Equal((true, new Uri("https://mod.example/")), (article.SharesAddress, article.Address)));
        Assert.Equal((0, 3, 1), await PollAsync(
            Item("In force", "p-3", text: "The paper is in force.", more: one),
            Item("Signed again", "p-2", text: "The paper was signed once more.", more: other),
            Item("Visit", text: "A minister came.", more: third),
            Item("Visit", text: "A minister came.", more: third)));
    }

    [Fact]
    public async Task A_link_that_changes_at_each_delivery_stays_one_entry_by_its_id()
    {
        Assert.Equal((1, 0, 0), await PollAsync(Item("Release", "mod-1", "https://mod.example/show?ticket=aaa", "The paper was signed.")));
        Assert.Equal((0, 1, 0), await PollAsync(Item("Release", "mod-1", "https://mod.example/show?ticket=bbb", "The paper was signed."), "<!-- 2 -->"));
        Assert.Equal((0, 0, 1), await PollAsync(Item("Release", "mod-1", "https://mod.example/show?ticket=ccc", "The paper was signed and is in force.")));
        Assert.Single(await ArticlesAsync());
    }

    [Fact]
    public async Task The_same_words_under_a_new_link_are_the_same_entry_where_no_id_says_otherwise()
    {
        const string Words = "The ministers of defence of both states signed a paper on the mutual supply of their ships in port, the ministry said.";
        Assert.Equal((1, 0, 0), await PollAsync(Item("Release", null, "https://mod.example/show?ticket=aaa", Words)));
        Assert.Equal((0, 1, 0), await PollAsync(Item("Release", null, "https://mod.example/show?ticket=bbb", Words)));
        Assert.Equal((1, 1, 0), await PollAsync(Item("Release", null, "https://mod.example/show?ticket=ccc", Words), Item("Release", null, "https://mod.example/show?ticket=ddd", "Short.")));
    }

    [Fact]
    public async Task An_id_that_changes_by_itself_makes_no_new_article()
    {
        Assert.Equal((1, 0, 0), await PollAsync(Item("Release", "aaa", "https://mod.example/1")));
        Assert.Equal((0, 1, 0), await PollAsync(Item("Release", "bbb", "https://mod.example/1")));
        Assert.Single(bench.Found.Distinct());
        Assert.Single(await ArticlesAsync());
    }

    [Fact]
    public async Task A_move_to_https_makes_no_new_entries()
    {
        Assert.Equal((1, 0, 0), await PollAsync(Item("Release", "http://mod.example/1", "http://mod.example/1")));
        Assert.Equal((0, 1, 0), await PollAsync(Item("Release", "https://mod.example/1", "https://mod.example/1")));
    }

    [Fact]
    public async Task An_enclosed_document_is_the_article_of_an_entry_without_a_link()
    {
        await PollAsync(
            Item("One", "1", more: "<enclosure url=\"/files/1.pdf\" type=\"application/pdf\"/>"),
            Item("Two", "2", "https://mod.example/2", more: "<enclosure url=\"https://mod.example/files/2.pdf\"/><enclosure url=\"/2.mp3\" type=\"audio/mpeg\"/>"),
            Item("Three", "3", text: "&lt;p&gt;Read the &lt;a href=&quot;/files/3.pdf&quot;&gt;text&lt;/a&gt;.&lt;/p&gt;"),
            Item("Four", "4", more: "<enclosure url=\"/a.pdf\"/><enclosure url=\"/b.pdf\"/>"));
        var articles = (await ArticlesAsync()).ToDictionary(article => article.Mentions[0].Title);
        Assert.Equal(("https://wire.example/files/1.pdf", false), (articles["One"].Address.AbsoluteUri, articles["One"].SharesAddress));
        Assert.Equal(("https://mod.example/2", "https://mod.example/files/2.pdf"), (articles["Two"].Address.AbsoluteUri, articles["Two"].Mentions[0].Document!.AbsoluteUri));
        Assert.Equal("https://wire.example/files/3.pdf", articles["Three"].Address.AbsoluteUri);
        Assert.True(articles["Four"] is { SharesAddress: true } four && four.Mentions[0].Document is null);
    }

    [Fact]
    public async Task Of_a_list_that_grows_at_its_end_the_newest_are_taken()
    {
        var start = bench.Clock.GetUtcNow() - TimeSpan.FromDays(30);
        await bench.WatchAsync(new NewsWatch.PollFeeds.WatchLists.WatchedFeed("Wire", new(PollBench.Address)) { MaxEntries = 5 });
        bench.Web.Serve(PollBench.Address, PollBench.Rss(
            [.. Enumerable.Range(0, 20).Select(day => ($"https://wire.example/{day}", string.Create(CultureInfo.InvariantCulture, $"Day {day}"), (DateTimeOffset?)start.AddDays(day)))]));
        var entries = (await bench.PollAsync()).Entries;
        Assert.Equal((5, 15), (entries.New, entries.BeyondBound));
        Assert.Contains(await ArticlesAsync(), article => article.Mentions[0].Title == "Day 19");
    }

    [Fact]
    public async Task Of_a_longer_list_without_dates_both_ends_are_looked_at()
    {
        await bench.WatchAsync(new NewsWatch.PollFeeds.WatchLists.WatchedFeed("Wire", new(PollBench.Address)) { MaxEntries = 4 });
        bench.Web.Serve(PollBench.Address, PollBench.Rss([.. Enumerable.Range(0, 20)
            .Select(day => ($"https://wire.example/{day}", string.Create(CultureInfo.InvariantCulture, $"Note {day}"), (DateTimeOffset?)null))]));
        var entries = (await bench.PollAsync()).Entries;
        Assert.Equal((4, 16), (entries.New, entries.BeyondBound));
        Assert.Equal(
            ["Note 0", "Note 1", "Note 18", "Note 19"],
            (await ArticlesAsync()).Select(article => article.Mentions[0].Title).Order(StringComparer.Ordinal));
    }
}
