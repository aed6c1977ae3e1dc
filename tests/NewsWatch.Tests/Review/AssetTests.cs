using System.Net;
using System.Net.Http.Headers;

namespace NewsWatch.Tests.Review;

public sealed class AssetTests
{
    private const int MostBytes = 100_000;

    [Theory]
    [InlineData("/review.css", "text/css")]
    [InlineData("/review.js", "text/javascript")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/favicon.ico", "image/svg+xml")]
    public async Task A_file_may_be_kept_and_comes_packed(string address, string type)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await site.Browser.SendAsync(request);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
        request.Dispose();
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        again.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await site.Browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_first_visit_to_an_article_stays_under_a_hundred_kilobytes()
    {
        await using var site = await TestSite.StartAsync();
        var text = string.Join('\n', Enumerable.Repeat("Portugal and Japan signed an agreement, and went on to talk of other things at some length.", 80));
        var article = await site.AddAsync(SampleArticles.Flagged(text: text));
        var bytes = 0L;
        foreach (var address in new[] { $"/articles/{article.Id}", "/review.css", "/review.js", "/favicon.svg" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await site.Browser.SendAsync(request);
            Assert.Contains("br", answer.Content.Headers.ContentEncoding);
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
        Assert.InRange(bytes, 1000, MostBytes);
    }
}
