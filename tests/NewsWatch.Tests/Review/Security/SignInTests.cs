using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using NewsWatch.ClassifyArticle;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Review.Security;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review.Security;

public sealed partial class SignInTests
{
    private const string Key = "a key that is long enough";

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("""{"claims":[{"typ":"roles","val":"Reader"}]}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"claims":[{"typ":"roles","val":"analyst"}]}""", HttpStatusCode.OK)]
    [InlineData("""{"claims":[{"typ":"name","val":"analyst"}]}""", HttpStatusCode.OK)]
    [InlineData("not JSON", HttpStatusCode.OK)]
    public async Task The_platform_tells_who_it_is_and_what_they_may(string? claims, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync((SignIn.PlatformSwitch, "True"));
        if (claims is not null)
            site.Browser.DefaultRequestHeaders.Add(SignIn.NameHeader, "ana@ministry.example");
        if (claims is { Length: > 0 })
            site.Browser.DefaultRequestHeaders.Add(SignIn.ClaimsHeader, Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)));
        Assert.Equal(expected, await SaveViewAsync(site));
    }

    [Fact]
    public async Task Where_the_platform_signs_nobody_in_its_header_counts_for_nothing()
    {
        await using var site = await TestSite.StartBeyondAsync(("NewsWatch:Review:Key", Key));
        site.Browser.DefaultRequestHeaders.Add(SignIn.NameHeader, "ana@ministry.example");
        Assert.Equal(HttpStatusCode.Unauthorized, await SaveViewAsync(site));
    }

    [Theory]
    [InlineData("127.0.0.0/8", "ana", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", "ben", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.0/8", null, HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.0/8", "", HttpStatusCode.Unauthorized)]
    [InlineData("10.1.0.4/32", "ana", HttpStatusCode.Unauthorized)]
    [InlineData(null, "ana", HttpStatusCode.Forbidden)]
    public async Task A_proxy_says_who_it_is_where_it_is_named_and_connects_from_there(string? network, string? name, HttpStatusCode expected)
    {
        var settings = new List<(string, string)> { ("NewsWatch:Review:Analysts:0", "ana") };
        if (network is not null)
            settings.Add(("NewsWatch:Review:SignInProxy:Networks:0", network));
        await using var site = await TestSite.StartBeyondAsync([.. settings]);
        if (name is not null)
            site.Browser.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-User", name);
        Assert.Equal(expected, await SaveViewAsync(site));
    }

    [Fact]
    public async Task A_name_given_twice_is_nobodys_and_another_header_counts_for_nothing()
    {
        await using var site = await TestSite.StartBeyondAsync(
            ("NewsWatch:Review:SignInProxy:Networks:0", "127.0.0.0/8"), ("NewsWatch:Review:SignInProxy:Header", "Remote-User"));
        site.Browser.DefaultRequestHeaders.Add("X-Forwarded-User", "ana");
        Assert.Equal(HttpStatusCode.Unauthorized, await SaveViewAsync(site));
        site.Browser.DefaultRequestHeaders.Add("Remote-User", "ana");
        Assert.Equal(HttpStatusCode.OK, await SaveViewAsync(site));
        site.Browser.DefaultRequestHeaders.Add("Remote-User", "ben");
        Assert.Equal(HttpStatusCode.Unauthorized, await SaveViewAsync(site));
    }

    [Fact]
    public void The_platforms_switch_on_a_machine_of_ones_own_is_no_platform()
    {
        var settings = new Dictionary<string, string?> { [SignIn.PlatformSwitch] = "True" };
        Assert.False(SignIn.IsPlatform(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        settings[SignIn.PlatformSite] = "newswatch";
        Assert.True(SignIn.IsPlatform(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
    }

    [Fact]
    public async Task Those_the_settings_do_not_name_as_analysts_only_read()
    {
        await using var site = await TestSite.StartAsync((SignIn.PlatformSwitch, "True"), ("NewsWatch:Review:Analysts:0", "ANA@ministry.example"));
        site.Browser.DefaultRequestHeaders.Add(SignIn.NameHeader, "ben@ministry.example");
        Assert.Equal(HttpStatusCode.Forbidden, await SaveViewAsync(site));
        var (_, page) = await site.GetAsync("/");
        Assert.DoesNotContain("Confirm ticked", page, StringComparison.Ordinal);
        site.Browser.DefaultRequestHeaders.Remove(SignIn.NameHeader);
        site.Browser.DefaultRequestHeaders.Add(SignIn.NameHeader, "ana@ministry.example");
        Assert.Equal(HttpStatusCode.OK, await SaveViewAsync(site));
    }

    [Fact]
    public async Task A_site_that_others_can_reach_answers_nobody_without_accounts_or_key()
    {
        await using var site = await TestSite.StartBeyondAsync();
        foreach (var address in new[] { "/", "/api/inbox", "/alerts.atom", "/openapi.json", "/review.css" })
            Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Programs_come_in_with_the_key()
    {
        await using var site = await TestSite.StartBeyondAsync(("NewsWatch:Review:Key", Key));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/api/inbox")).Status);
        site.Browser.DefaultRequestHeaders.Add("Authorization", $"Bearer {Key}x");
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/api/inbox")).Status);
        site.Browser.DefaultRequestHeaders.Remove("Authorization");
        site.Browser.DefaultRequestHeaders.Add("Authorization", $"Bearer {Key}");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/api/inbox")).Status);
        Assert.Equal(HttpStatusCode.OK, await SaveViewAsync(site));
    }

    [Fact]
    public async Task People_sign_in_with_an_account_and_are_led_back_and_out()
    {
        await using var site = await WithAccountsAsync();
        using var asked = await site.Browser.GetAsync(new Uri("/?tab=all", UriKind.Relative));
        Assert.Equal("/sign-in?to=%2F%3Ftab%3Dall", asked.Headers.Location?.ToString());
        using var wrong = await EnterAsync(site, "ana", "wrong", "/?tab=all");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var entered = await EnterAsync(site, "ana", "correct horse", "/?tab=all");
        Assert.Equal("/?tab=all", entered.Headers.Location?.ToString());
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith(SignIn.Cookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, await SaveViewAsync(site));
        using var left = await PostAsync(site, "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await site.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_reader_signed_in_changes_nothing()
    {
        await using var site = await WithAccountsAsync();
        using var entered = await EnterAsync(site, "ben", "battery staple", "/");
        var article = await site.AddAsync(SampleArticles.Flagged());
        Assert.Equal(HttpStatusCode.Forbidden, await SaveViewAsync(site));
        using var decided = await PostAsync(site, "/inbox/decisions", ("confirm", article.Id));
        Assert.Equal(HttpStatusCode.Forbidden, decided.StatusCode);
        using var onPage = await PostAsync(site, $"/articles/{article.Id}/decisions", ("verdict", "confirmed"));
        Assert.Equal(HttpStatusCode.Forbidden, onPage.StatusCode);
        Assert.Empty((await site.Get<ArticleStore>().ReadAsync(article.Id, default))!.Decisions);
    }

    [Theory]
    [InlineData("ana", "correct horse", true)]
    [InlineData("ben", "battery staple", false)]
    public async Task Only_who_may_change_things_is_shown_what_changes_them(string name, string secret, bool shown)
    {
        await using var site = await WithAccountsAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        await site.Get<IStage<ArticleFlagged>>().HandleAsync(new(article.Id, article.Content!.Hash), default);
        await site.Get<IQueues>().SendAsync(Pipeline.Poison(Pipeline.ExtractArticle), "{}", TimeSpan.Zero, default);
        var feed = (await site.Get<WatchListStore>().LoadAsync(default)).Feeds[0];
        using var entered = await EnterAsync(site, name, secret, "/");
        foreach (var address in new[] { "/", $"/articles/{article.Id}", "/agreements/acsa-jp-pt", "/feeds", $"/feeds/{feed.Id}", "/health" })
        {
            var (status, page) = await site.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, status);
            var forms = Form().Matches(page).Select(form => form.Groups[1].Value).Where(action => action != "/sign-out").ToList();
            Assert.True(shown == forms.Count > 0, $"{address} as {name}: {string.Join(", ", forms)}");
        }
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string to)
    {
        await using var site = await WithAccountsAsync();
        using var entered = await EnterAsync(site, "ana", "correct horse", to);
        Assert.Equal("/", entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task After_too_many_wrong_passwords_a_name_is_held_off_for_a_while()
    {
        await using var site = await WithAccountsAsync();
        for (var attempt = 0; attempt < 8; attempt++)
            (await EnterAsync(site, "ana", "wrong", "/")).Dispose();
        using var held = await EnterAsync(site, "ana", "correct horse", "/");
        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var entered = await EnterAsync(site, "ana", "correct horse", "/");
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_cookie_is_none()
    {
        await using var site = await WithAccountsAsync();
        site.Cookies.Add(site.Browser.BaseAddress!, new Cookie(SignIn.Cookie, "CfDJ8forged"));
        Assert.Equal(HttpStatusCode.Redirect, (await site.GetAsync("/")).Status);
    }

    private static Task<TestSite> WithAccountsAsync() => TestSite.StartBeyondAsync(
        ("NewsWatch:Review:Accounts:ana:Password", SignIn.Hash("correct horse")),
        ("NewsWatch:Review:Accounts:ana:Role", "Analyst"),
        ("NewsWatch:Review:Accounts:ben:Password", SignIn.Hash("battery staple")));

    private static async Task<HttpStatusCode> SaveViewAsync(TestSite site)
    {
        using var body = new StringContent("""{"name": "Japan", "query": "?party=JP"}""", Encoding.UTF8, "application/json");
        using var answer = await site.Browser.PostAsync(new Uri("/api/views", UriKind.Relative), body);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> EnterAsync(TestSite site, string name, string secret, string to)
        => PostAsync(site, "/sign-in", ("name", name), ("secret", secret), ("to", to));

    private static async Task<HttpResponseMessage> PostAsync(TestSite site, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match((await site.GetAsync("/sign-in")).Page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            fields.Append((Name: "__RequestVerificationToken", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await site.Browser.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    [GeneratedRegex("<form[^>]* method=\"post\" action=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
