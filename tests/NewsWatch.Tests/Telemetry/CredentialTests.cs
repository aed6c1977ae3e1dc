using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.SendAlerts;
using NewsWatch.Telemetry;
using NewsWatch.Tests.Review;

namespace NewsWatch.Tests.Telemetry;

/// <summary>Addresses of feeds, pages and webhooks may hold credentials; whoever watches the pipeline is not shown any.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class CredentialTests
{
    [Fact]
    public async Task No_span_and_no_measurement_has_a_credential_in_it()
    {
        using var recorder = new TelemetryRecorder();
        await using var newsroom = await LoopbackNewsroom.StartAsync();
        newsroom.PublishAgreement();
        newsroom.Publish("/nowhere", "Nothing here", "");
        await newsroom.PassAsync();
        recorder.AskGauges();

        Assert.Contains(recorder.Spans, span => span.DisplayName.StartsWith(Spans.Tell.Name, StringComparison.Ordinal));
        Assert.Contains(recorder.Spans, span => span.DisplayName == Spans.Fetch.Name);
        Assert.All(recorder.Spans.SelectMany(Texts).Concat(recorder.Measured.SelectMany(one => one.Tags.Values.Select(value => value?.ToString()))), text =>
        {
            Clean(text ?? "");
            Assert.DoesNotContain("://", text ?? "", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task No_log_line_notice_or_reason_has_a_credential_in_it_when_all_goes_wrong()
    {
        var logs = new KeptLogs();
        await using var newsroom = await LoopbackNewsroom.StartAsync(logs: logs);
        newsroom.PublishAgreement();
        newsroom.Publish("/broken", "A page that is broken", "broken");
        await newsroom.PassAsync();
        newsroom.FeedFails = true;
        for (var pass = 0; pass < 4; pass++)
            await newsroom.PassAsync();
        await newsroom.Get<NoticeRound>().GoAsync(passIsDone: true, watchesPolls: false, default);

        var feed = (await newsroom.Get<WatchListStore>().LoadAsync(default)).Feeds.Single();
        var state = await newsroom.Get<FeedStates>().ReadAsync(feed, default);
        Assert.Equal(FeedHealth.Failing, state.Health);
        Assert.Contains("?key=***", state.Reason, StringComparison.Ordinal);
        Clean(state.Reason!);
        Assert.Contains(logs.Lines, line => line.Contains("?key=***", StringComparison.Ordinal));
        Assert.All(logs.Lines, Clean);
        Assert.Contains(newsroom.Told, post => Encoding.UTF8.GetString(post.Body).Contains("failing", StringComparison.Ordinal));
        Assert.All(newsroom.Told, post => Clean(Encoding.UTF8.GetString(post.Body), LoopbackNewsroom.OfFeed));
    }

    [Fact]
    public async Task No_page_and_no_answer_of_the_API_shows_a_feeds_credentials()
    {
        await using var site = await TestSite.StartAsync();
        var feed = new WatchedFeed("The Breakwater", new("https://rosa:hunter2@example.org/feed.rss?key=sesame"));
        using var list = new MemoryStream(Encoding.UTF8.GetBytes(
            $"""
            <opml version="2.0"><head><title>One</title></head><body>
            <outline text="The Breakwater" type="rss" xmlUrl="{feed.Address.OriginalString}"/></body></opml>
            """));
        var feeds = WatchListStore.Read(list, "the newsroom");
        await site.Get<WatchListStore>().ChangeAsync(_ => feeds, alone: true, default);
        foreach (var address in new[] { "/feeds", $"/feeds/{feed.Id}", "/api/feeds", $"/api/feeds/{feed.Id}", "/health", "/health/ready" })
        {
            var (status, page) = await site.GetAsync(address);
            Assert.True((int)status is 200 or 404, $"{address}: {status}");
            Clean(page);
        }
        Assert.Contains("https://***@example.org/feed.rss?key=***", (await site.GetAsync($"/feeds/{feed.Id}")).Page, StringComparison.Ordinal);
    }

    private static void Clean(string text) => Clean(text, LoopbackNewsroom.Credentials);

    private static void Clean(string text, string[] credentials)
        => Assert.All(credentials, credential => Assert.DoesNotContain(credential, text, StringComparison.Ordinal));

    private static IEnumerable<string?> Texts(Activity span) =>
    [
        span.DisplayName,
        span.StatusDescription,
        .. span.TagObjects.Select(tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture)),
        .. span.Baggage.Select(pair => pair.Value),
        .. span.Events.SelectMany(one => one.Tags).Select(tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture)),
    ];
}
