using System.Net;
using System.Text.RegularExpressions;

namespace NewsWatch.Functions.Tests;

public sealed partial class ReviewFunctionTests
{
    [Fact]
    public async Task The_site_answers_through_the_catch_all_function()
    {
        await using var app = await TestWebApp.StartAsync();
        using var page = await app.Browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<h1>Inbox</h1>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var missing = await app.Browser.GetAsync(new Uri("/no/such/page", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task An_article_is_shown_by_its_own_route_not_by_the_functions()
    {
        await using var app = await TestWebApp.StartAsync();
        var article = SampleArticles.Read();
        await app.Get<ArticleStore>().CreateAsync(article, default);
        Assert.Contains("Both parliaments", await app.Browser.GetStringAsync($"/articles/{article.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_posted_through_the_function_with_its_antiforgery_token()
    {
        await using var app = await TestWebApp.StartAsync();
        var article = SampleArticles.Read();
        await app.Get<ArticleStore>().CreateAsync(article, default);
        var address = new Uri($"/articles/{article.Id}/decisions", UriKind.Relative);

        using var bare = new FormUrlEncodedContent([new("do", "dismiss"), new("reason", "An exercise.")]);
        using var refused = await app.Browser.PostAsync(address, bare);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var token = Token().Match(await app.Browser.GetStringAsync($"/articles/{article.Id}")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [new("do", "dismiss"), new("reason", "An exercise."), new("__RequestVerificationToken", token)]);
        using var taken = await app.Browser.PostAsync(address, form);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal("An exercise.", Assert.Single((await app.Get<ArticleStore>().ReadAsync(article.Id, default))!.Decisions).Reason);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
