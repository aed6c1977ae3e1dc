using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.Tests.ExtractArticle.Reading;

public sealed class PartAddressTests
{
    [Theory]
    [InlineData("https://example.org/long", "?page=2", "https://example.org/long?page=2")]
    [InlineData("https://example.org/long?id=7", "/long?id=7&page=2", "https://example.org/long?id=7&page=2")]
    [InlineData("https://example.org/long/", "/long/2/", "https://example.org/long/2/")]
    [InlineData("https://example.org/long/2", "/long/3", "https://example.org/long/3")]
    [InlineData("https://example.org/long", "/long/page/2#top", "https://example.org/long/page/2")]
    [InlineData("https://example.org/long.html", "/long-2.html", "https://example.org/long-2.html")]
    [InlineData("https://example.org/a/long-seite-2.html", "/a/long-seite-3.html", "https://example.org/a/long-seite-3.html")]
    public void Addresses_alike_but_for_the_next_number_are_parts_of_one_article(string page, string link, string next)
        => Assert.Equal(next, PartAddress.Next(new(page), ["/", link])?.AbsoluteUri);

    [Theory]
    [InlineData("https://example.org/long", "/another-article")]
    [InlineData("https://example.org/long", "/another/2")]
    [InlineData("https://example.org/long", "https://example.com/long?page=2")]
    [InlineData("https://example.org/long", "?page=3")]
    [InlineData("https://example.org/long?page=2", "?page=1")]
    [InlineData("https://example.org/2025/3", "/2025/5")]
    public void Other_addresses_are_not(string page, string link) => Assert.Null(PartAddress.Next(new(page), [link]));
}
