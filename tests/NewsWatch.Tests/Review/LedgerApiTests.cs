using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsWatch.Tests.Review;

/// <summary>Decisions and the ledger for programs.</summary>
public sealed class LedgerApiTests
{
    [Fact]
    public async Task An_agreement_is_decided_on_by_its_key()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var agreements = JsonNode.Parse((await site.GetAsync($"/api/articles/{article.Id}/agreements")).Page)!.AsArray();
        var key = (string)agreements[0]!["key"]!;
        var (status, answer) = await PostAsync(
            site, $"/api/articles/{article.Id}/decisions", $$"""{"verdict": "dismiss", "agreement": "{{key}}", "reason": "An exercise.", "by": "Ana"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("dismissed", (string?)JsonNode.Parse(answer)![0]!["verdict"]);
        var decision = Assert.Single((await site.Get<ArticleStore>().ReadAsync(article.Id, default))!.Decisions);
        Assert.Equal((key, "Ana", Verdict.Dismissed), (decision.Agreement, decision.By, decision.Verdict));
    }

    [Fact]
    public async Task A_missed_agreement_is_added()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var (status, _) = await PostAsync(
            site, $"/api/articles/{article.Id}/decisions", """{"verdict": "add", "type": "cyber", "parties": ["FR", "PT"], "stage": "signed"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(AgreementType.Cyber, Assert.Single((await site.Get<ArticleStore>().ReadAsync(article.Id, default))!.Decisions).Adds!.Type);
    }

    [Theory]
    [InlineData("""{"verdict": "dismiss"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"verdict": "confirm", "agreement": "acsa-xx-yy_signed"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"verdict": "correct", "type": "acsa"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"verdict": "maybe"}""", HttpStatusCode.BadRequest)]
    [InlineData("not JSON", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_taken_is_refused(string body, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        Assert.Equal(expected, (await PostAsync(site, $"/api/articles/{article.Id}/decisions", body)).Status);
        Assert.Empty((await site.Get<ArticleStore>().ReadAsync(article.Id, default))!.Decisions);
    }

    [Fact]
    public async Task A_form_cannot_pass_for_a_program()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var content = new StringContent("""{"verdict": "confirm"}""", Encoding.UTF8, "text/plain");
        using var answer = await site.Browser.PostAsync(new Uri($"/api/articles/{article.Id}/decisions", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(0, 20, HttpStatusCode.OK)]
    [InlineData(0, 90_000, HttpStatusCode.UnprocessableEntity)]
    public async Task What_was_missed_is_added_with_the_words_that_prove_it(int start, int end, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync();
        const string Text = "Chile and Peru signed a training agreement in Lima. It rained.";
        var article = await site.AddAsync(SampleArticles.Unclassified("quay", "At the quay", Text));
        var body = $$"""
            {"verdict": "add", "type": "training", "parties": ["CL", "PE"], "stage": "signed", "proof": { "start": {{start}}, "end": {{end}} } }
            """;
        var (status, answer) = await PostAsync(site, $"/api/articles/{article.Id}/decisions", body);
        Assert.Equal(expected, status);
        Assert.Equal(expected == HttpStatusCode.OK, answer.Contains("\"evidence\":[{\"start\":0,\"end\":20,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Developments_are_listed_and_unknown_dossiers_not_found()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("""{"items":[],"total":0}""", (await site.GetAsync("/api/developments")).Page);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(site, "/api/agreements/acsa-fr-pt/undo", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(site, "/api/agreements/acsa-fr-pt/merge", """{"into": "acsa-fr-jp"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(site, "/api/agreements/acsa-fr-pt/split", """{"articles": ["a"]}""")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(TestSite site, string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await site.Browser.PostAsync(new Uri(address, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
