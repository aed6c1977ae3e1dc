using System.Net;
using System.Text;
using NewsWatch.Review.Security;

namespace NewsWatch.Tests.Review.Security;

public sealed class FeedTokenTests
{
    private const string Token = "a token for readers only";
    private const string Key = "a key that is long enough";

    private static readonly string[] Feeds = ["/alerts.atom", "/alerts.json", "/alerts.rss", "/alerts/all.atom"];

    [Theory]
    [InlineData("Basic", "reader:" + Token, HttpStatusCode.OK)]
    [InlineData("basic", ":" + Token, HttpStatusCode.OK)]
    [InlineData("Basic", "reader:another token, just as long", HttpStatusCode.Unauthorized)]
    [InlineData("Basic", Token, HttpStatusCode.Unauthorized)]
    [InlineData("Basic", null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer", Token, HttpStatusCode.OK)]
    [InlineData("Bearer", "another token, just as long", HttpStatusCode.Unauthorized)]
    [InlineData("Digest", Token, HttpStatusCode.Unauthorized)]
    public async Task A_reader_gives_the_token_in_a_header(string scheme, string? credentials, HttpStatusCode expected)
    {
        await using var site = await PlatformAsync();
        var parameter = scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            ? credentials is null ? "no base64" : Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))
            : credentials;
        site.Browser.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"{scheme} {parameter}");
        foreach (var feed in Feeds)
            Assert.Equal(expected, (await site.GetAsync(feed)).Status);
    }

    [Fact]
    public async Task A_reader_gives_the_token_in_the_address_and_no_feed_repeats_it()
    {
        await using var site = await PlatformAsync();
        var token = Uri.EscapeDataString(Token);
        foreach (var feed in Feeds)
        {
            var (status, text) = await site.GetAsync($"{feed}?token={token}");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.DoesNotContain("token", text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync($"{feed}?token=x{token}")).Status);
        }
    }

    /// <summary>The platform asks nobody to sign in before the feeds, and so vouches for no header there.</summary>
    [Fact]
    public async Task Before_the_feeds_a_signed_in_users_header_counts_for_nothing()
    {
        await using var site = await PlatformAsync();
        site.Browser.DefaultRequestHeaders.Add(SignIn.NameHeader, "ana@ministry.example");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/")).Status);
        foreach (var feed in Feeds)
            Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync(feed)).Status);
    }

    [Fact]
    public async Task The_token_opens_feeds_and_nothing_else()
    {
        await using var site = await TestSite.StartBeyondAsync(("NewsWatch:Review:FeedToken", Token), ("NewsWatch:Review:Key", Key));
        site.Browser.DefaultRequestHeaders.Add("Authorization", $"Bearer {Token}");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/alerts.atom")).Status);
        foreach (var address in new[] { "/", "/api/inbox", "/api/agreements", "/openapi.json", "/alerts/all" })
            Assert.Contains(
                (await site.GetAsync($"{address}?token={Uri.EscapeDataString(Token)}")).Status,
                new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Found });
    }

    [Fact]
    public async Task A_token_alone_does_not_open_a_site_that_others_can_reach()
    {
        await using var site = await TestSite.StartBeyondAsync(("NewsWatch:Review:FeedToken", Token));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync($"/alerts.atom?token={Uri.EscapeDataString(Token)}")).Status);
    }

    [Fact]
    public async Task Who_has_no_token_is_asked_for_a_password()
    {
        await using var site = await PlatformAsync();
        using var answer = await site.Browser.GetAsync(new Uri("/alerts.rss", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Basic", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    private static Task<TestSite> PlatformAsync() => TestSite.StartAsync(
        (SignIn.PlatformSwitch, "True"), ("NewsWatch:Review:FeedToken", Token), ("NewsWatch:SendAlerts:Views:all:Score", "0"));
}
