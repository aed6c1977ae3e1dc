using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace NewsWatch.Tests.Review.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_tells_of_every_call_that_is_served_and_of_no_other()
    {
        await using var site = await TestSite.StartAsync();
        var document = await site.Browser.GetFromJsonAsync<JsonElement>("/openapi.json");
        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var told = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(call => $"{call.Name} {path.Name}")).Order(StringComparer.Ordinal);
        var served = site.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(method => method != "HEAD")
                .Select(method => $"{method.ToLowerInvariant()} {endpoint.RoutePattern.RawText}") ?? [])
            .Order(StringComparer.Ordinal);
        Assert.Equal(served, told);
    }

    [Fact]
    public async Task The_document_that_is_shipped_is_what_the_endpoints_come_to()
    {
        await using var site = await TestSite.StartAsync();
        var document = await site.GetNamed<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        var written = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!.AsObject();
        // They are named for classes, and for the program that happens to run.
        written.Remove("tags");
        foreach (var call in written["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
            call.Value!.AsObject().Remove("tags");
        var now = written.ToJsonString(new() { WriteIndented = true });
        var file = Path.Combine(AppContext.BaseDirectory, "openapi.json");
        await File.WriteAllTextAsync(file, now);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(await site.Browser.GetStringAsync("/openapi.json")), JsonNode.Parse(now)),
            $"The API has changed. Where it was meant to, copy {file} to src/NewsWatch.Review/Api/openapi.json.");
    }

    [Fact]
    public async Task Each_call_says_what_it_does_and_what_it_answers()
    {
        await using var site = await TestSite.StartAsync();
        var document = await site.Browser.GetFromJsonAsync<JsonElement>("/openapi.json");
        foreach (var call in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            Assert.NotEqual("", call.Value.GetProperty("summary").GetString());
            Assert.True(call.Value.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _));
            Assert.Equal(call.Name == "post", call.Value.TryGetProperty("requestBody", out _));
        }
        var inbox = document.GetProperty("paths").GetProperty("/api/inbox").GetProperty("get").GetProperty("parameters");
        Assert.Contains("party", inbox.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Lists_are_paged_by_cursors_that_hold_while_more_comes_in()
    {
        await using var site = await TestSite.StartAsync();
        for (var number = 1; number <= 5; number++)
            await site.AddAsync(SampleArticles.Unclassified($"a{number}", $"Story {number}", "Text.") with { FoundAt = TestSite.Now.AddMinutes(-10 * number) });
        var first = await site.Browser.GetFromJsonAsync<JsonElement>("/api/articles?limit=2");
        Assert.Equal(["Story 1", "Story 2"], Titles(first));
        Assert.Equal(5, first.GetProperty("total").GetInt32());
        await site.AddAsync(SampleArticles.Unclassified("new", "Story 0", "Text.") with { FoundAt = TestSite.Now });
        var second = await site.Browser.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString());
        Assert.Equal(["Story 3", "Story 4"], Titles(second));
        var third = await site.Browser.GetFromJsonAsync<JsonElement>(second.GetProperty("next").GetString());
        Assert.Equal(["Story 5"], Titles(third));
        Assert.False(third.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Who_has_the_very_bytes_is_told_so()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        using var first = await site.Browser.GetAsync(new Uri("/api/inbox", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/inbox");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await site.Browser.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_go_is_decided_and_taken_back_by_a_program()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        using var decided = await site.Browser.PostAsJsonAsync("/api/decisions", new { verdict = "dismissed", articles = new[] { article.Id }, reason = "A visit.", by = "Ana" });
        var batch = (await decided.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.Equal(batch, (await site.Browser.GetFromJsonAsync<JsonElement>("/api/decisions"))[0].GetProperty("id").GetString());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var undone = await site.Browser.PostAsJsonAsync($"/api/decisions/{batch}/undo", new { });
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.NotNull((await site.Get<ArticleStore>().ReadAsync(article.Id, default))!.Decisions[0].TakenBack);
        using var refused = await site.Browser.PostAsJsonAsync("/api/decisions", new { verdict = "dismissed", articles = new[] { article.Id } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<string?> Titles(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString());
}
