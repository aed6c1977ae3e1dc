using NewsWatch.Text;

namespace NewsWatch.Tests.Text;

public sealed class ShownAddressTests
{
    [Theory]
    [InlineData("https://rosa:hunter2@example.org/feed", "https://***@example.org/feed")]
    [InlineData("https://rosa@example.org:8443/feed", "https://***@example.org:8443/feed")]
    [InlineData("https://example.org/feed?key=sesame", "https://example.org/feed?key=***")]
    [InlineData("https://example.org/feed?page=2&access_token=se.sa-me#top", "https://example.org/feed?page=2&access_token=***#top")]
    [InlineData("https://example.org/feed?API-Key=a&X-Amz-Signature=b&sort=c", "https://example.org/feed?API-Key=***&X-Amz-Signature=***&sort=c")]
    [InlineData("https://example.org/feed?sid=1;lang=en", "https://example.org/feed?sid=***;lang=en")]
    [InlineData("https://[2001:db8::1]/feed?pwd=x", "https://[2001:db8::1]/feed?pwd=***")]
    public void Credentials_are_stars(string address, string shown)
    {
        Assert.Equal(shown, ShownAddress.In(address));
        Assert.Equal(shown, ShownAddress.Of(new(address)).OriginalString);
    }

    [Theory]
    [InlineData("https://example.org/2026/03/accord?id=7&lang=pt")]
    [InlineData("https://example.org/@rosa/feed")]
    [InlineData("https://example.org/mail?to=rosa@example.org")]
    [InlineData("Ask rosa@example.org: the key = the door.")]
    [InlineData("")]
    public void What_holds_none_is_left_as_it_is(string text) => Assert.Same(text, ShownAddress.In(text));

    [Theory]
    [InlineData(
        "https://rosa:hunter2@example.org/a?b=1&token=x answered 403; so did http://example.org/?key=y.",
        "https://***@example.org/a?b=1&token=*** answered 403; so did http://example.org/?key=***")]
    [InlineData("""{"a":"https://example.org/?b=1\u0026token=x","c":1}""", """{"a":"https://example.org/?b=1\u0026token=***","c":1}""")]
    [InlineData("<a href='https://example.org/?b=1&amp;key=x'>", "<a href='https://example.org/?b=1&amp;key=***'>")]
    public void They_are_found_in_the_midst_of_a_text(string text, string shown) => Assert.Equal(shown, ShownAddress.In(text));

    [Fact]
    public void A_long_text_takes_no_longer_than_it_is_long()
    {
        var text = string.Concat(Enumerable.Repeat("://a?key", 200_000));
        var began = TimeProvider.System.GetTimestamp();
        ShownAddress.In(text);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
