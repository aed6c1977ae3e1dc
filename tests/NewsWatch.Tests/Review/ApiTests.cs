using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review;

public sealed class ApiTests
{
    [Fact]
    public async Task The_list_is_that_of_the_page_as_JSON()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var list = await site.Browser.GetFromJsonAsync<JsonElement>("/api/articles?party=JP");
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        var item = list.GetProperty("items")[0];
        Assert.Equal(article.Id, item.GetProperty("id").GetString());
        Assert.Equal("acsa", item.GetProperty("claims")[0].GetProperty("type").GetString());
        Assert.Equal("signed", item.GetProperty("claims")[0].GetProperty("stage").GetString());
    }

    [Fact]
    public async Task By_a_page_s_number_articles_come_as_the_lines_of_where_they_ended()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var page = await site.Browser.GetFromJsonAsync<JsonElement>("/api/articles?page=1");
        Assert.Equal((1, 1), (page.GetProperty("pages").GetInt32(), page.GetProperty("total").GetInt32()));
        var outcome = page.GetProperty("rows")[0].GetProperty("outcome");
        Assert.Equal((article.Id, "flagged"), (outcome.GetProperty("article").GetString(), outcome.GetProperty("state").GetString()));
        Assert.Empty((await site.Browser.GetFromJsonAsync<JsonElement>("/api/articles?page=2")).GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task An_article_is_given_whole()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var (_, json) = await site.GetAsync($"/api/articles/{article.Id}");
        Assert.Equal(article.Content!.Text, JsonSerializer.Deserialize(json, NewsWatchJson.Default.Article)!.Content!.Text);
    }

    [Theory]
    [InlineData("/api/articles/none")]
    [InlineData("/api/agreements/none")]
    [InlineData("/api/nothing/here")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Refusals_are_written_without_looking_up_their_members_which_native_code_cannot()
    {
        await using var site = await TestSite.StartAsync();
        var generated = site.Get<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions.TypeInfoResolverChain
            .OfType<JsonSerializerContext>();
        Assert.Contains(generated, one => one.GetTypeInfo(typeof(ProblemDetails)) is not null);
    }
}
