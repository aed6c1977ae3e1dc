using Microsoft.Extensions.Time.Testing;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Sources;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds.Sources;

public sealed class ListPageReaderTests
{
    private const string Page = """
        <html lang="en"><head><title>Press | Ministry</title></head><body>
        <nav><ul><li><a href="/about-the-ministry-of-defence">About the ministry of defence</a></li><li><a href="/contact-the-press-office-here">Contact the press office here</a></li>
        <li><a href="/recruiting/how-to-join-the-forces">How to join the armed forces</a></li><li><a href="/history-of-the-ministry">History of the ministry and its house</a></li></ul></nav>
        <main><h1>Press releases</h1><ul class="releases">
        <li class="item"><time datetime="2026-03-03">3 March</time><a href="/press/17"><img alt=""></a><h3><a href="/press/17#top">Ministers agree to open talks on logistics</a></h3><a href="/press/17">Read more</a></li>
        <li class="item"><time datetime="2026-03-02T10:00:00+02:00">2 March</time><h3><a href="/press/16">Joint statement after the visit to the naval base</a></h3></li>
        <li class="item"><h3><a href="https://ministry.example/press/15">Minister receives his counterpart</a></h3></li>
        </ul></main>
        <footer><a href="/privacy-statement-of-this-site">Privacy statement of this site</a></footer></body></html>
        """;

    private static FeedParse Select(string page, string? selector = null) => Read(page, new WatchedFeed("Ministry", new("https://www.ministry.example/press")) { Select = selector });

    private static FeedParse Read(string page, WatchedFeed feed) => new ListPageReader(new FakeTimeProvider(new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero)))
        .Read(FeedWeb.Page("https://www.ministry.example/press", page, "content-type: text/html; charset=utf-8"), feed, default);

    [Theory]
    [InlineData(null)]
    [InlineData("ul.releases li h3")]
    [InlineData(".releases h3 > a")]
    public void The_list_is_found_with_titles_and_dates_and_without_navigation(string? selector)
    {
        var document = Assert.IsType<FeedParse.Parsed>(Select(Page, selector)).Document;
        Assert.Equal(
            ["https://www.ministry.example/press/17", "https://www.ministry.example/press/16", "https://ministry.example/press/15"],
            document.Entries.Select(entry => entry.Link));
        Assert.Equal("Ministers agree to open talks on logistics", document.Entries[0].Title);
        Assert.Equal(
            [new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), null],
            document.Entries.Select(entry => entry.TrustedDate));
    }

    [Theory]
    [InlineData("<p>Nothing here</p>", null, "the page holds no list of links")]
    [InlineData("<p>Nothing here</p>", ".list a", "the page holds no link that '.list a' selects")]
    [InlineData("<p>Nothing here</p>", "a[", "'a[' is no CSS selector")]
    public void A_page_without_a_list_fails_and_says_why(string page, string? selector, string reason)
        => Assert.Equal(new FeedParse.Failed(reason), Select(page, selector));

    private static string List(params string[] items)
        => $"<html><body><div class=\"rows\">{string.Concat(items.Select(item => $"<div class=\"row\">{item}</div>"))}</div><p><a href=\"/about/our-history-and-our-house\">Our history and our house</a></p></body></html>";

    [Fact]
    public void A_pattern_says_which_addresses_are_articles()
    {
        var page = List("<a href=\"/press/2026/12.aspx\">Talks</a>", "<a href=\"/press/index.aspx\">All press releases of the ministry</a>", "<a href=\"/Press/2025/9.aspx\">Visit</a>");
        var document = Assert.IsType<FeedParse.Parsed>(Read(page, new("M", new("https://www.ministry.example/press")) { Links = "/press/20*/*.aspx /statements/*" })).Document;
        Assert.Equal(["Talks", "Visit"], document.Entries.Select(entry => entry.Title));
        Assert.Equal(
            new FeedParse.Failed("the page holds no link like '/treaties/*'"),
            Read(page, new("M", new("https://www.ministry.example/press")) { Links = "/treaties/*" }));
    }

    [Theory]
    [InlineData("<span>13.02.2026</span>", "<span>03.02.2026</span>", "2026-02-13", "2026-02-03")]
    [InlineData("<i>28/01/2026</i>", "<i>03/02/2026</i>", "2026-01-28", "2026-02-03")]
    [InlineData("<i>01/28/2026</i>", "<i>02/03/2026</i>", "2026-01-28", "2026-02-03")]
    [InlineData("on 3 March 2026", "on 27 February 2026", "2026-03-03", "2026-02-27")]
    [InlineData("2026年3月3日", "2026年2月27日", "2026-03-03", "2026-02-27")]
    public void Dates_written_beside_the_links_are_read_in_the_order_of_the_list(string one, string other, string first, string second)
    {
        var page = List($"{one} <a href=\"/press/release-12\">Ministers sign a paper on logistics</a>", $"{other} <a href=\"/press/release-11\">Ministers open talks on logistics</a>", "<a href=\"/press/release-10\">A visit to the naval base in the north</a>");
        var document = Assert.IsType<FeedParse.Parsed>(Select(page)).Document;
        Assert.Equal([first, second, null], document.Entries.Select(entry => entry.TrustedDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_date_in_the_address_dates_what_has_no_other()
    {
        var page = List("<a href=\"/news/2026/02/13/ministers-sign\">Ministers sign a paper on logistics</a>", "<a href=\"/news/2026/02/12/ministers-meet\">Ministers open talks on logistics</a>", "<a href=\"/news/2026/02/11/visit\">A visit to the naval base in the north</a>");
        var document = Assert.IsType<FeedParse.Parsed>(Select(page)).Document;
        Assert.Equal(new DateTimeOffset(2026, 2, 13, 0, 0, 0, TimeSpan.Zero), document.Entries[0].TrustedDate);
    }

    [Theory]
    [InlineData("<base href='/en/press/'>", "https://www.ministry.example/en/press/talks")]
    [InlineData("", "https://www.ministry.example/talks")]
    public void Links_are_resolved_against_the_base_that_the_page_names(string origin, string link)
    {
        var parse = Select($"<html><head>{origin}</head><body><ul><li><a href='talks'>Talks on the border held</a></ul></body></html>", "li a");
        Assert.Equal(link, Assert.Single(Assert.IsType<FeedParse.Parsed>(parse).Document.Entries).Link);
    }

    [Fact]
    public void A_page_nested_without_end_is_refused_and_not_parsed()
    {
        var parse = Select(string.Concat(Enumerable.Repeat("<div>", 100_000)), "li a");
        Assert.StartsWith("the page is refused: ", Assert.IsType<FeedParse.Failed>(parse).Reason, StringComparison.Ordinal);
    }
}
