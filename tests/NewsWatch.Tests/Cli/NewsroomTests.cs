using System.Net;
using System.Xml.Linq;
using NewsWatch.Cli.Demo;

namespace NewsWatch.Tests.Cli;

public sealed class NewsroomTests
{
    [Fact]
    public async Task Every_feed_of_the_watch_list_is_served_and_answers_its_ETag_with_not_modified()
    {
        await using var newsroom = await Newsroom.StartAsync(0, CancellationToken.None);
        using var client = new HttpClient();
        var feeds = XDocument.Parse(newsroom.WatchList).Descendants("outline").Attributes("xmlUrl").Select(a => new Uri(a.Value)).ToList();
        Assert.Equal(5, feeds.Count);
        foreach (var feed in feeds)
        {
            using var first = await client.GetAsync(feed);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            using var again = new HttpRequestMessage(HttpMethod.Get, feed);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_gives_way_to_a_free_one()
    {
        await using var first = await Newsroom.StartAsync(0, CancellationToken.None);
        await using var second = await Newsroom.StartAsync(first.Address.Port, CancellationToken.None);
        Assert.NotEqual(first.Address, second.Address);
    }
}
