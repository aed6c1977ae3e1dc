using Microsoft.Extensions.Time.Testing;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Sources;
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

    private static async Task<FeedParse> ReadAsync(string page, string? selector = null) => await new ListPageReader(new FakeTimeProvider(new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero)))
        .ReadAsync(FeedWeb.Page("https://www.ministry.example/press", page, "content-type: text/html; charset=utf-8"), selector, default);

    [Theory]
    [InlineData(null)]
    [InlineData("ul.releases li h3")]
    [InlineData(".releases h3 > a")]
    public async Task The_list_is_found_with_titles_and_dates_and_without_navigation(string? selector)
    {
        var document = Assert.IsType<FeedParse.Parsed>(await ReadAsync(Page, selector)).Document;
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
    public async Task A_page_without_a_list_fails_and_says_why(string page, string? selector, string reason)
        => Assert.Equal(new FeedParse.Failed(reason), await ReadAsync(page, selector));
}
