using System.Net;
using System.Text.RegularExpressions;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review.Inbox;

public sealed partial class InboxDecisionTests
{
    [Fact]
    public async Task A_row_is_confirmed_from_the_list_with_all_its_articles_and_taken_back()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.AddAsync(SampleArticles.Flagged("first"));
        var second = await site.AddAsync(SampleArticles.Flagged("second", "Reprinted") with { Story = first.Id });
        using var answer = await PostAsync(site, "/inbox/decisions", ("confirm", first.Id), ($"of-{first.Id}", second.Id), ("by", "Ana"), ("list", "?tab=reports"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var back = answer.Headers.Location!.ToString();
        Assert.StartsWith("/?tab=reports&done=", back, StringComparison.Ordinal);
        Assert.Equal(Verdict.Confirmed, Assert.Single((await ReadAsync(site, second)).Decisions).Verdict);

        var (_, list) = await site.GetAsync(back);
        Assert.Contains("Confirmed 2 articles.", list, StringComparison.Ordinal);
        Assert.Contains("All is decided", (await site.GetAsync("/")).Page, StringComparison.Ordinal);
        var batch = Batch().Match(list).Groups[1].Value;
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var undone = await PostAsync(site, "/inbox/undo", ("batch", batch), ("by", "Ben"));
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        var decision = Assert.Single((await ReadAsync(site, first)).Decisions);
        Assert.Equal(("Ana", "Ben"), (decision.By, decision.TakenBack?.By));
        Assert.Contains("2 articles", (await site.GetAsync("/")).Page, StringComparison.Ordinal);
        Assert.Contains("None.", (await site.GetAsync("/inbox/decisions")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticked_rows_are_dismissed_in_one_go_with_a_reason()
    {
        await using var site = await TestSite.StartAsync();
        var one = await site.AddAsync(SampleArticles.Flagged("one"));
        var other = await site.AddAsync(Cyber("other"));
        using var without = await PostAsync(site, "/inbox/decisions", ("bulk", "dismissed"), ("article", one.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("A dismissal needs a reason", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var with = await PostAsync(
            site, "/inbox/decisions", ("bulk", "dismissed"), ("article", one.Id), ("article", other.Id), ("reason", "activity"), ("note", "A port call"));
        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
        Assert.Equal("A visit, exercise or purchase: A port call", Assert.Single((await ReadAsync(site, other)).Decisions).Reason);
    }

    [Fact]
    public async Task A_row_is_dismissed_by_one_button_with_its_reason()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var answer = await PostAsync(site, "/inbox/decisions", ("ask", article.Id), ("reason", "not-states"), ("next", "abc"));
        Assert.EndsWith("#c-abc", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Companies or others, not states", Assert.Single((await ReadAsync(site, article)).Decisions).Reason);
    }

    [Fact]
    public async Task A_row_dismissed_without_a_reason_is_asked_for_one()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var asked = await PostAsync(site, "/inbox/decisions", ("ask", article.Id), ("list", "?tab=all"));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var page = await asked.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Why dismiss it?</h1>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"old-news\"", page, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync(site, article)).Decisions);
    }

    [Fact]
    public async Task What_was_decided_again_since_is_not_taken_back()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var first = await PostAsync(site, "/inbox/decisions", ("confirm", article.Id), ("by", "Ana"));
        var batch = first.Headers.Location!.ToString().Split("done=")[1];
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var second = await PostAsync(site, "/inbox/decisions", ("ask", article.Id), ("reason", "misread"), ("by", "Ben"));
        using var undo = await PostAsync(site, "/inbox/undo", ("batch", batch));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undo.StatusCode);
        Assert.Contains("was decided on again since", await undo.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All((await ReadAsync(site, article)).Decisions, decision => Assert.Null(decision.TakenBack));
    }

    [Fact]
    public async Task Who_decided_when_and_what_was_before_is_in_the_audit_log()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var first = await PostAsync(site, "/inbox/decisions", ("confirm", article.Id), ("by", "Ana"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var second = await PostAsync(site, "/inbox/decisions", ("ask", article.Id), ("reason", "misread"), ("by", "Ben"));
        var log = System.Text.Encoding.UTF8.GetString((await site.Get<IBlobs>().ReadAsync("audit/2026/03/10.jsonl", default))!.Content.Span);
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"by\":\"Ana\"", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\"before\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"before\":\"confirmed\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_saved_shared_served_as_Atom_and_removed()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        using var saved = await PostAsync(site, "/views", ("name", "Japan signs"), ("list", "?party=JP&stage=signed&page=3"), ("by", "Ana"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await using var beside = await site.StartBesideAsync();
        var (_, page) = await beside.GetAsync("/?party=JP&stage=signed");
        Assert.Contains("<h1>Japan signs</h1>", page, StringComparison.Ordinal);
        using var feed = await site.Browser.GetAsync(new Uri("/views/japan-signs.atom", UriKind.Relative));
        Assert.Equal("application/atom+xml", feed.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<title>Portugal and Japan signed an ACSA</title>", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/views/japan-signs.atom");
        again.Headers.IfNoneMatch.Add(feed.Headers.ETag!);
        using var unchanged = await site.Browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var removed = await PostAsync(site, "/views/japan-signs/remove");
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/views/japan-signs.atom")).Status);
    }

    private static Article Cyber(string slug) => SampleArticles.Flagged(
        slug, agreements: [new(AgreementType.Cyber, "", ["IT", "JP"], AgreementStage.Signed, null, [new(0, 8, "r")])]);

    private static async Task<Article> ReadAsync(TestSite site, Article article) => (await site.Get<ArticleStore>().ReadAsync(article.Id, default))!;

    private static async Task<HttpResponseMessage> PostAsync(TestSite site, string address, params (string Name, string Value)[] fields)
    {
        // The decision log always has its page; the sign-in form always has a token.
        var token = Token().Match((await site.GetAsync("/sign-in")).Page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            fields.Append((Name: "__RequestVerificationToken", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await site.Browser.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    [GeneratedRegex("name=\"batch\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Batch();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
