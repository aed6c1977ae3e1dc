using System.Xml.Linq;
using NewsWatch.SendAlerts;
using NewsWatch.Tests.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts;

public sealed class AlertFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_has_what_RFC_4287_requires()
    {
        using var bench = new AlertsBench();
        var development = await bench.NoticeAsync(Told.Acsa(AgreementStage.Signed) with { Name = "pact \u0001 \ud800 & <b>" });
        await bench.TellAsync(development);
        await bench.TellAsync(development);
        var feed = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await bench.Get<AlertFeed>().RenderAsync(new("https://desk.example/alerts.atom"), default))).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.StartsWith("urn:uuid:", feed.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.NotNull(feed.Element(Atom + "title"));
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal("https://desk.example/alerts.atom", feed.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal(feed.Element(Atom + "updated")!.Value, entry.Element(Atom + "updated")!.Value);
        Assert.EndsWith("Z", entry.Element(Atom + "updated")!.Value, StringComparison.Ordinal);
        Assert.NotEqual(feed.Element(Atom + "id")!.Value, entry.Element(Atom + "id")!.Value);
        Assert.Equal("France–Japan: ACSA, signed (new)", entry.Element(Atom + "title")!.Value);
        Assert.Single(entry.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
        Assert.Contains("pact \uFFFD \uFFFD & <b>", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_without_alerts_is_valid_too()
    {
        using var bench = new AlertsBench();
        var feed = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await bench.Get<AlertFeed>().RenderAsync(new("https://desk.example/alerts.atom"), default))).Root!;
        Assert.Equal("1970-01-01T00:00:00Z", feed.Element(Atom + "updated")!.Value);
    }
}
