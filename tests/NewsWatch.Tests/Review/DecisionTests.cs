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
        using var answer = await PostAsync(site, article, ("do", "confirm"), ("reason", "Both ministries say so."), ("by", "Ana"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/articles/{article.Id}?saved=confirm#saved", answer.Headers.Location?.ToString());

        var decision = Assert.Single((await StoredAsync(site, article)).Decisions);
        Assert.Equal(new Decision(Verdict.Confirmed, "Both ministries say so.", "Ana", TestSite.Now), decision);
        Assert.Equal(1, await site.Get<IQueues>().CountAsync(Pipeline.TrackAgreement, default));
        Assert.Contains("All is decided", (await site.GetAsync("/")).Page, StringComparison.Ordinal);
        Assert.Contains("confirmed by Ana", (await site.GetAsync("/?tab=decided")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_agreement_is_decided_by_itself()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged(agreements: SampleArticles.Two));
        using var one = await PostAsync(site, article, ("do", "confirm"), ("agreement", "acsa-jp-pt_signed"));
        using var other = await PostAsync(site, article, ("do", "dismiss"), ("agreement", "acsa-au-pt_negotiating"), ("reason", "A visit only."));
        Assert.Equal(
            [("acsa-jp-pt_signed", Verdict.Confirmed), ("acsa-au-pt_negotiating", Verdict.Dismissed)],
            AgreementDecisions.Of(await StoredAsync(site, article)).Select(decided => (decided.Key, decided.Verdict!.Value)));
        var (_, page) = await site.GetAsync($"/articles/{article.Id}?saved=dismiss");
        Assert.Contains("Every agreement here is decided.", page, StringComparison.Ordinal);
        Assert.Contains("A visit only.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_decision_the_next_article_to_review_is_offered()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var next = await site.AddAsync(SampleArticles.Flagged("next", "Spain and Chile sign pact"), TestSite.Now.AddHours(-2));
        using var answer = await PostAsync(site, article, ("do", "confirm"), ("agreement", "acsa-jp-pt_signed"));
        var (_, page) = await site.GetAsync($"/articles/{article.Id}?saved=confirm");
        Assert.Contains($"Next: <a href=\"/articles/{next.Id}\" lang=\"en\" dir=\"auto\">Spain and Chile sign pact</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_takes_the_place_of_what_was_found()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(
            site, article, ("do", "correct"), ("agreement", "acsa-jp-pt_signed"), ("type", "acsa"), ("stage", "agreed-in-principle"), ("parties", "Portugal, au"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var corrected = Assert.Single((await StoredAsync(site, article)).Decisions).Corrected!;
        Assert.Equal(
            (AgreementType.Acsa, AgreementStage.AgreedInPrinciple, "PT AU"),
            (corrected.Type, corrected.Stage, string.Join(' ', corrected.Parties)));
    }

    [Fact]
    public async Task An_agreement_that_was_missed_is_added_with_the_sentence_that_proves_it()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Unclassified("quay", "At the quay", "It rained. Chile and Peru signed a visiting forces agreement. It cleared."));
        Assert.Contains("<option value=\"11-61\">", (await site.GetAsync($"/articles/{article.Id}")).Page, StringComparison.Ordinal);
        using var answer = await PostAsync(
            site, article, ("do", "add"), ("sentence", "11-61"), ("type", "visiting-forces"), ("stage", "signed"), ("parties", "Chile – Peru"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var added = Assert.Single((await StoredAsync(site, article)).Decisions).Adds!;
        Assert.Equal(new Evidence(11, 61, "analyst"), Assert.Single(added.Evidence));
        Assert.Contains(
            "id=\"proof-1\">Chile and Peru signed a visiting forces agreement.</span>",
            (await site.GetAsync($"/articles/{article.Id}")).Page,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dismiss", "", "", "", "", "A dismissal needs a reason.")]
    [InlineData("", "Seen.", "", "", "", "Choose what to decide.")]
    [InlineData("correct", "", "Portugal", "", "", "An agreement has two different parties at least.")]
    [InlineData("correct", "", "Portugal, Atlantis", "", "", "“Atlantis” is no state or organisation known here")]
    [InlineData("correct", "", "PT, JP", "tomorrow", "", "Give the day as year-month-day")]
    [InlineData("add", "", "PT, JP", "", "5000-6000", "The sentence that was marked is not in the article")]
    public async Task What_cannot_be_taken_is_explained_and_what_was_typed_stays(
        string step, string reason, string parties, string date, string sentence, string expected)
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(
            site, article, ("do", step), ("agreement", step == "correct" ? "acsa-jp-pt_signed" : ""), ("reason", reason), ("parties", parties),
            ("date", date), ("sentence", sentence), ("type", "acsa"), ("stage", "signed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{parties}\"", page, StringComparison.Ordinal);
        Assert.Empty((await StoredAsync(site, article)).Decisions);
    }

    [Fact]
    public async Task A_note_is_kept_and_decides_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var form = new FormUrlEncodedContent([new("text", "Ask the embassy."), new("__RequestVerificationToken", await TokenAsync(site, article))]);
        using var answer = await site.Browser.PostAsync(new Uri($"/articles/{article.Id}/notes", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var stored = await StoredAsync(site, article);
        Assert.Equal("Ask the embassy.", Assert.Single(stored.Notes).Text);
        Assert.Empty(stored.Decisions);
        Assert.Contains("Ask the embassy.", (await site.GetAsync($"/articles/{article.Id}")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_a_reader_gives_is_kept_in_the_browser()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var form = new FormUrlEncodedContent(
            [new("by", "Zoë Ång"), new("back", "https://elsewhere.example/"), new("__RequestVerificationToken", await TokenAsync(site, article))]);
        using var named = await site.Browser.PostAsync(new Uri("/name", UriKind.Relative), form);
        Assert.Equal("/", named.Headers.Location?.ToString());
        using var answer = await PostAsync(site, article, ("do", "confirm"));
        Assert.Equal("Zoë Ång", Assert.Single((await StoredAsync(site, article)).Decisions).By);
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
            [new("do", "dismiss"), new("reason", "No."), new("__RequestVerificationToken", withToken ? token : "")]);
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
            [new("do", "dismiss"), new("reason", "An exercise."), new("__RequestVerificationToken", token)]);
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
        using var answer = await PostAsync(site, article, ("do", "confirm"), ("by", "Somebody else"));
        Assert.Equal("ana@ministry.example", Assert.Single((await StoredAsync(site, article)).Decisions).By);
        Assert.Contains("You decide as ana@ministry.example.", (await site.GetAsync($"/articles/{article.Id}")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rules_cost_is_told_once_there_are_decisions()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Contains("Nobody has decided", (await site.GetAsync("/accuracy")).Page, StringComparison.Ordinal);
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(site, article, ("do", "dismiss"), ("reason", "An exercise."));
        var (_, page) = await site.GetAsync("/accuracy");
        Assert.Contains("<code>en:acsa:acquisition and cross servicing</code>", page, StringComparison.Ordinal);
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
