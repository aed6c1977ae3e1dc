using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using NewsWatch.Notices.Channels.Webhook;
using NewsWatch.SendAlerts;
using NewsWatch.Tests.Notices;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Review;

/// <summary>The feeds that the site serves, read by other people's readers and held against the rules of the W3C's validator.</summary>
public sealed class OutgoingFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public async Task Atom_is_valid_and_two_readers_read_the_same_of_it()
    {
        await using var site = await StartAsync();
        var (_, text) = await site.GetAsync("/alerts.atom");
        var feed = XDocument.Parse(text).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal($"{site.Browser.BaseAddress}alerts.atom", feed.Elements(Atom + "link")
            .Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(feed.Element(Atom + "updated")!.Value, entries.Max(entry => entry.Element(Atom + "updated")!.Value));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Append(feed.Element(Atom + "id")!.Value)
            .Distinct().Count() - 1);
        Assert.All(entries, entry =>
        {
            Assert.StartsWith("urn:uuid:", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.NotEmpty(entry.Element(Atom + "title")!.Value);
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$", entry.Element(Atom + "updated")!.Value);
            Assert.Single(entry.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
            Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
            AssertHarmless(entry.Element(Atom + "content")!.Value);
        });

        using var xml = XmlReader.Create(new StringReader(text));
        AssertSame(SyndicationFeed.Load(xml).Items.Select(item => item.Title.Text),
            FeedReader.ReadFromString(text).Items.Select(item => item.Title));
    }

    [Fact]
    public async Task RSS_is_valid_and_two_readers_read_the_same_of_it()
    {
        await using var site = await StartAsync();
        var (_, text) = await site.GetAsync("/alerts.rss");
        var channel = XDocument.Parse(text).Root!.Element("channel")!;
        foreach (var required in new[] { "title", "link", "description" })
            Assert.NotEmpty(channel.Element(required)!.Value);
        Assert.Equal("self", channel.Element(Atom + "link")!.Attribute("rel")!.Value);
        var items = channel.Elements("item").ToList();
        Assert.Equal(items.Count, items.Select(item => item.Element("guid")!.Value).Distinct().Count());
        Assert.All(items, item =>
        {
            Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
            Assert.True(Uri.IsWellFormedUriString(item.Element("link")!.Value, UriKind.Absolute));
            DateTimeOffset.ParseExact(item.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
            AssertHarmless(item.Element(Encoded + "encoded")!.Value);
        });
        using var xml = XmlReader.Create(new StringReader(text));
        AssertSame(SyndicationFeed.Load(xml).Items.Select(item => item.Title.Text),
            FeedReader.ReadFromString(text).Items.Select(item => item.Title));
    }

    [Fact]
    public async Task JSON_Feed_is_valid_and_holds_the_same()
    {
        await using var site = await StartAsync();
        var (_, text) = await site.GetAsync("/alerts.json");
        var feed = JsonNode.Parse(text)!;
        Schemas.Validate(Schemas.Read("json-feed"), feed);
        var (_, atom) = await site.GetAsync("/alerts.atom");
        Assert.Equal(
            XDocument.Parse(atom).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value),
            feed["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.All(feed["items"]!.AsArray(), item => AssertHarmless((string)item!["content_html"]!));
    }

    [Theory]
    [InlineData("/alerts.atom")]
    [InlineData("/alerts.rss")]
    [InlineData("/alerts.json")]
    [InlineData("/alerts/pacific.atom")]
    public async Task Whoever_has_the_latest_is_told_so(string address)
    {
        await using var site = await StartAsync();
        using var first = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("private, no-cache", string.Join(", ", first.Headers.GetValues("Cache-Control"))
            .Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
        foreach (var ask in new Action<HttpRequestHeaders>[]
        {
            headers => headers.IfNoneMatch.Add(first.Headers.ETag!), headers
                => headers.IfModifiedSince = first.Content.Headers.LastModified,
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            ask(request.Headers);
            using var again = await site.Browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
        await site.Get<OutgoingStore>()
            .AddAsync(SampleNotices.Alert with { Development = "new", At = SampleNotices.Now.AddDays(1) }, default);
        using var changed = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        changed.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var after = await site.Browser.SendAsync(changed);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_view_holds_what_it_asks_for_with_what_was_taken_back_of_it()
    {
        await using var site = await StartAsync();
        var (_, pacific) = await site.GetAsync("/alerts/pacific.json");
        Assert.Equal(
            ["Correction: France–Japan ACSA: no talks under way", "Taken back: France–Japan ACSA: talks opened"],
            JsonNode.Parse(pacific)!["items"]!.AsArray().Select(item => (string)item!["title"]!)
                .Where(title => title.Contains("ACSA", StringComparison.Ordinal)));
        var (_, nordic) = await site.GetAsync("/alerts/nordic.json");
        Assert.Empty(JsonNode.Parse(nordic)!["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/alerts/unknown.json")).Status);
    }

    [Fact]
    public async Task What_was_learned_late_in_a_day_is_one_entry()
    {
        await using var site = await TestSite.StartAsync();
        for (var number = 0; number < 13; number++)
            await site.Get<OutgoingStore>()
                .AddAsync(SampleNotices.Alert with { Development = $"late-{number}", Kind = DevelopmentKind.Late }, default);
        var (_, text) = await site.GetAsync("/alerts.json");
        Assert.Equal("13 stages learned late, 5 Mar 2026", (string)Assert.Single(JsonNode.Parse(text)!["items"]!.AsArray())!["title"]!);
    }

    [Fact]
    public async Task The_schema_of_what_webhooks_are_sent_is_served()
    {
        await using var site = await TestSite.StartAsync();
        var (status, text) = await site.GetAsync(WebhookSchema.Route);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string)JsonNode.Parse(text)!["$schema"]!);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync(
            ("NewsWatch:SendAlerts:Views:pacific:Regions:0", "indo-pacific"), ("NewsWatch:SendAlerts:Views:nordic:Regions:0", "nordic"));
        var store = site.Get<OutgoingStore>();
        await store.AddAsync(SampleNotices.Alert, default);
        await store.AddAsync(
            SampleNotices.Alert with
            {
                Development = "taken-back",
                At = SampleNotices.Now.AddHours(1),
                Kind = DevelopmentKind.Correction,
                Corrects = SampleNotices.Alert.Development,
                Stage = AgreementStage.Mentioned,
                Previous = AgreementStage.Negotiating,
                Reason = "A later report says otherwise.",
            },
            default);
        await store.AddAsync(SampleNotices.HostileAlert with { At = SampleNotices.Now.AddHours(2) }, default);
        return site;
    }

    private static void AssertSame(IEnumerable<string> one, IEnumerable<string> other)
    {
        var titles = one.Select(WebUtility.HtmlDecode).ToList();
        Assert.Equal(3, titles.Count);
        Assert.Equal(titles, other.Select(WebUtility.HtmlDecode));
    }

    /// <summary>Nothing runs or is loaded, and nothing turns the writing round.</summary>
    private static void AssertHarmless(string html)
    {
        Assert.DoesNotContain(SampleNotices.Override, html);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Empty(document.QuerySelectorAll("script, img, iframe, object, form, style"));
        Assert.All(document.All, element
            => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }
}
