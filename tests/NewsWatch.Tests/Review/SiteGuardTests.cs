using System.Net;
using NewsWatch.Review;

namespace NewsWatch.Tests.Review;

public sealed class SiteGuardTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here")]
    [InlineData("/review.css")]
    public async Task Every_answer_forbids_foreign_scripts_frames_and_other_sites(string address)
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/review.css", HttpStatusCode.OK)]
    [InlineData("/alerts.atom", HttpStatusCode.OK)]
    [InlineData("/api/articles", HttpStatusCode.OK)]
    [InlineData("/articles/unknown", HttpStatusCode.NotFound)]
    public async Task A_head_request_is_answered_as_a_get_without_its_body(string address, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
        using var head = await site.Browser.SendAsync(request);
        using var get = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((expected, expected), (head.StatusCode, get.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:8420", HttpStatusCode.OK)]
    [InlineData("[::1]:8420", HttpStatusCode.OK)]
    [InlineData("watch.ministry.example", HttpStatusCode.OK)]
    [InlineData("rebound.attacker.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.attacker.example", HttpStatusCode.MisdirectedRequest)]
    public async Task Only_known_host_names_are_answered(string host, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync(("NewsWatch:Review:Hosts:0", "watch.ministry.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        using var answer = await site.Browser.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Where_a_host_in_front_signs_people_in_nobody_else_is_answered()
    {
        await using var site = await TestSite.StartAsync(("WEBSITE_AUTH_ENABLED", "True"));
        using var stranger = await site.Browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        site.Browser.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", "ana@ministry.example");
        using var known = await site.Browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Theory]
    [InlineData("NewsWatch:Review:PageSize", "0", "NewsWatch:Review:PageSize must be 1 to 500.")]
    [InlineData("NewsWatch:Review:Key", "short", "NewsWatch:Review:Key must have 20 characters at least.")]
    [InlineData("NewsWatch:Review:FeedToken", "short", "NewsWatch:Review:FeedToken must have 20 characters at least, and not be the key.")]
    [InlineData("NewsWatch:Review:SignInProxy:Networks:0", "everywhere", "NewsWatch:Review:SignInProxy: give Networks such as 10.1.0.4/32")]
    [InlineData("NewsWatch:Review:SignInProxy:Header", "X-User: x", "NewsWatch:Review:SignInProxy: give Networks such as 10.1.0.4/32")]
    [InlineData("NewsWatch:Review:Accounts:ana:Password", "plain words", "NewsWatch:Review:Accounts: give each account a Password")]
    public async Task A_bad_setting_is_named_at_start(string key, string value, string expected)
    {
        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => TestSite.StartAsync((key, value)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith(ReviewOptions.Section, key, StringComparison.Ordinal);
    }
}
