using NewsWatch.PollFeeds;
using NewsWatch.Review.Feeds;

namespace NewsWatch.Tests.Review;

public sealed class FeedAdviceTests
{
    [Theory]
    [InlineData("https://a.example/robots.txt disallows /feed", "robots.txt asks programs")]
    [InlineData("https://a.example/feed answered 403 Forbidden", "refuses programs")]
    [InlineData("https://a.example/feed answered 404 Not Found", "nothing at this address")]
    [InlineData("https://a.example/feed answered 503 Service Unavailable", "own server is in trouble")]
    [InlineData("a.example took longer than 30 s", "did not answer in time")]
    [InlineData("a.example: Name or service not known", "no such host name")]
    [InlineData("a.example: The SSL connection could not be established", "certificate does not hold")]
    [InlineData("nothing since 2024-12-16", "nothing new has come")]
    [InlineData("something never seen before", "could not be read")]
    public void A_reason_is_told_in_plain_words_with_what_to_do(string reason, string expected)
    {
        var advice = FeedAdvice.On(FeedHealth.Failing, reason)!;
        Assert.Contains(expected, advice.Meaning, StringComparison.Ordinal);
        Assert.NotEmpty(advice.ToDo);
    }

    [Fact]
    public void A_feed_in_good_health_needs_none() => Assert.Null(FeedAdvice.On(FeedHealth.Ok, null));
}
