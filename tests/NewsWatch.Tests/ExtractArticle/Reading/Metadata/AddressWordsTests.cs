using NewsWatch.ExtractArticle.Reading.Metadata.Titles;

namespace NewsWatch.Tests.ExtractArticle.Reading.Metadata;

public sealed class AddressWordsTests
{
    [Theory]
    [InlineData("https://example.org/news/norland-opens-its-ports", "Norland opens its ports")]
    [InlineData("https://example.org/Hafen-fuer-Westmark-geoeffnet-article24075843.html", "Häfen für Westmark geöffnet")]
    [InlineData("https://example.org/2025/03/nordland-apner-sine-havner-for-alle/81348547", "Nordland åpner sine havner for alle")]
    public void An_address_is_made_from_its_title(string address, string title) => Assert.True(AddressWords.Of(new(address))!.Are(title));

    [Theory]
    [InlineData("https://example.org/news/norland-opens-its-ports-to-westmark-and-the-world", "Norland opens its ports")]
    [InlineData("https://example.org/news/norland-opens-its-ports", "Minister: a good day for sailors")]
    public void Another_title_is_not_the_address(string address, string title) => Assert.False(AddressWords.Of(new(address))!.Are(title));

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("https://example.org/news/20250304")]
    [InlineData("https://example.org/article.php?id=5")]
    public void An_address_of_few_words_says_nothing(string address) => Assert.Null(AddressWords.Of(new(address)));
}
