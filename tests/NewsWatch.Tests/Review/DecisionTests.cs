using System.Net;
using System.Text.RegularExpressions;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review;

public sealed partial class DecisionTests
{
    [Fact]
    public async Task A_decision_is_kept_with_who_and_why_and_the_list_follows()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(site, article, ("verdict", "confirmed"), ("reason", "Both ministries say so."), ("by", "Ana"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/articles/{article.Id}#decide", answer.Headers.Location?.ToString());

        var decision = Assert.Single((await StoredAsync(site, article)).Decisions);
        Assert.Equal(new Decision(Verdict.Confirmed, "Both ministries say so.", "Ana", TestSite.Now), decision);
        Assert.Equal(1, await site.Get<IQueues>().CountAsync(Pipeline.TrackAgreement, default));
        Assert.Contains("All is decided", (await site.GetAsync("/")).Page, StringComparison.Ordinal);
        Assert.Contains("confirmed by Ana", (await site.GetAsync("/?tab=decided")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_keeps_what_it_does_not_mention()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(site, article, ("verdict", "confirmed"), ("reason", ""), ("stage", "agreed-in-principle"), ("parties", "pt, au"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var corrected = Assert.Single((await StoredAsync(site, article)).Decisions).Corrected!;
        Assert.Equal(
            (AgreementType.Acsa, AgreementStage.AgreedInPrinciple, "PT AU"),
            (corrected.Type, corrected.Stage, string.Join(' ', corrected.Parties)));
    }

    [Theory]
    [InlineData("dismissed", "", "", "", "A dismissal needs a reason.")]
    [InlineData("", "Seen.", "", "", "Choose whether to confirm or to dismiss.")]
    [InlineData("confirmed", "", "PT", "", "An agreement has two different parties at least.")]
    [InlineData("confirmed", "", "", "tomorrow", "Give the day as year-month-day")]
    public async Task What_cannot_be_taken_is_explained_and_what_was_typed_stays(string verdict, string reason, string parties, string date, string expected)
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(site, article, ("verdict", verdict), ("reason", reason), ("parties", parties), ("date", date));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains($">{reason}</textarea>", page, StringComparison.Ordinal);
        Assert.Empty((await StoredAsync(site, article)).Decisions);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Without_the_form_s_token_and_its_cookie_nothing_is_taken(bool withToken, bool withCookie)
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var token = await TokenAsync(site, article);
        using var stranger = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Browser.BaseAddress };
        using var form = new FormUrlEncodedContent(
            [new("verdict", "dismissed"), new("reason", "No."), new("__RequestVerificationToken", withToken ? token : "")]);
        using var answer = await (withCookie ? site.Browser : stranger).PostAsync(new Uri($"/articles/{article.Id}/decisions", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await StoredAsync(site, article)).Decisions);
    }

    [Fact]
    public async Task A_form_served_by_one_instance_can_be_posted_to_another()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var token = await TokenAsync(site, article);
        await using var other = await site.StartBesideAsync();
        foreach (Cookie cookie in site.Cookies.GetAllCookies())
            other.Cookies.Add(other.Browser.BaseAddress!, new Cookie(cookie.Name, cookie.Value));
        using var form = new FormUrlEncodedContent(
            [new("verdict", "dismissed"), new("reason", "An exercise."), new("__RequestVerificationToken", token)]);
        using var answer = await other.Browser.PostAsync(new Uri($"/articles/{article.Id}/decisions", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("An exercise.", Assert.Single((await StoredAsync(site, article)).Decisions).Reason);
    }

    [Fact]
    public async Task Who_is_signed_in_decides_under_that_name_whatever_the_form_says()
    {
        await using var site = await TestSite.StartAsync(("WEBSITE_AUTH_ENABLED", "True"));
        site.Browser.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", "ana@ministry.example");
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(site, article, ("verdict", "confirmed"), ("by", "Somebody else"));
        Assert.Equal("ana@ministry.example", Assert.Single((await StoredAsync(site, article)).Decisions).By);
        Assert.Contains("You decide as ana@ministry.example.", (await site.GetAsync($"/articles/{article.Id}")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rules_cost_is_told_once_there_are_decisions()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Contains("Nobody has decided", (await site.GetAsync("/rules")).Page, StringComparison.Ordinal);
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(site, article, ("verdict", "dismissed"), ("reason", "An exercise."));
        var (_, page) = await site.GetAsync("/rules");
        Assert.Contains("<code>term.acsa</code>", page, StringComparison.Ordinal);
        Assert.Contains("An exercise.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outgoing_feed_is_served_as_Atom()
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.Browser.GetAsync(new Uri("/alerts.atom", UriKind.Relative));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"href=\"{site.Browser.BaseAddress}alerts.atom\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<Article> StoredAsync(TestSite site, Article article)
        => (await site.Get<ArticleStore>().ReadAsync(article.Id, default))!;

    private static async Task<HttpResponseMessage> PostAsync(TestSite site, Article article, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(site, article);
        using var form = new FormUrlEncodedContent(
            fields.Append((Name: "__RequestVerificationToken", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await site.Browser.PostAsync(new Uri($"/articles/{article.Id}/decisions", UriKind.Relative), form);
    }

    private static async Task<string> TokenAsync(TestSite site, Article article)
        => Token().Match((await site.GetAsync($"/articles/{article.Id}")).Page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
