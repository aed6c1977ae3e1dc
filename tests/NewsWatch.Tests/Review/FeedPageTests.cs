using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review;

public sealed class FeedPageTests
{
    private const string List = """
        <opml version="2.0"><head><title>Ours</title></head><body>
          <outline type="rss" text="Harbour wire" xmlUrl="https://news.example/harbour.xml" />
          <outline type="rss" text="Coast &lt;daily&gt;" xmlUrl="https://news.example/coast.xml" />
        </body></opml>
        """;

    [Fact]
    public async Task Every_source_of_the_watch_list_is_shown_before_its_first_poll()
    {
        await using var site = await StartAsync();
        var (_, page) = await site.GetAsync("/feeds");
        Assert.Contains("Harbour wire", page, StringComparison.Ordinal);
        Assert.Contains("Coast &lt;daily&gt;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/feeds?health=unpolled\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_can_be_told_by_their_health()
    {
        await using var site = await StartAsync();
        var (_, page) = await site.GetAsync("/feeds?health=failing");
        Assert.DoesNotContain("Harbour wire", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_gives_them_by_title_in_stretches()
    {
        await using var site = await StartAsync();
        var first = await site.Browser.GetFromJsonAsync<JsonElement>("/api/feeds?limit=1");
        var second = await site.Browser.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString());
        Assert.Equal(
            ["Coast <daily>", "Harbour wire"],
            new[] { first, second }.Select(stretch => stretch.GetProperty("items")[0].GetProperty("title").GetString()));
        Assert.Equal(2, first.GetProperty("total").GetInt32());
        Assert.False(second.TryGetProperty("next", out _));
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.Get<IBlobs>().WriteAsync("feeds.opml", Encoding.UTF8.GetBytes(List), WriteCondition.Always, default);
        return site;
    }
}
