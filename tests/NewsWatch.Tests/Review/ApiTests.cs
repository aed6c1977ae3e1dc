using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
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
        var outcome = list.GetProperty("rows")[0].GetProperty("outcome");
        Assert.Equal(article.Id, outcome.GetProperty("article").GetString());
        Assert.Equal("acsa", outcome.GetProperty("type").GetString());
        Assert.Equal("signed", outcome.GetProperty("stage").GetString());
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
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal((HttpStatusCode.NotFound, ""), await site.GetAsync(address));
    }
}
