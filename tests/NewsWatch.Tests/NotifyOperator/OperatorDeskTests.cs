using NewsWatch.NotifyOperator;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Tests.Notices;
using NewsWatch.Tests.SendAlerts;

namespace NewsWatch.Tests.NotifyOperator;

public sealed class OperatorDeskTests : IAsyncLifetime
{
    private LoopbackHook hook = null!;
    private LoopbackSmtp server = null!;
    private AlertsBench bench = null!;

    public async Task InitializeAsync()
    {
        hook = await LoopbackHook.StartAsync();
        server = LoopbackSmtp.Start();
        bench = AlertsBench.Start([.. AlertsBench.Email(server), .. AlertsBench.Slack("ops", hook), ("Channels:ops:About:0", "operator")]);
    }

    public async Task DisposeAsync()
    {
        bench.Dispose();
        await server.DisposeAsync();
        await hook.DisposeAsync();
    }

    [Fact]
    public async Task Thirty_feeds_that_fail_are_one_message_to_the_operator_alone_with_what_to_do()
    {
        for (var feed = 0; feed < 30; feed++)
            await ChangeAsync($"Ministry {feed}", FeedHealth.Ok, FeedHealth.Failing);
        await RoundAsync();
        await RoundAsync();
        var text = Assert.Single(hook.Posts).Json["text"]!.GetValue<string>();
        Assert.StartsWith("NewsWatch: Feed failing: Ministry 0 and 29 more", text, StringComparison.Ordinal);
        Assert.Contains("Open the feed's address.", text, StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_cause_is_told_once_an_hour_at_most_and_nothing_of_it_is_lost()
    {
        await ChangeAsync("One", FeedHealth.Ok, FeedHealth.Failing);
        await RoundAsync();
        await ChangeAsync("Two", FeedHealth.Ok, FeedHealth.Failing);
        await ChangeAsync("Three", FeedHealth.Ok, FeedHealth.GoneQuiet);
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        await RoundAsync();
        Assert.Equal(["Feed failing: One", "Feed gone quiet: Three"], Headings());
        bench.Time.Advance(TimeSpan.FromMinutes(51));
        await RoundAsync();
        Assert.Equal(["Feed failing: One", "Feed gone quiet: Three", "Feed failing: Two"], Headings());
    }

    [Fact]
    public async Task A_feed_that_recovers_before_it_was_told_is_not_told()
    {
        await ChangeAsync("One", FeedHealth.Ok, FeedHealth.Failing);
        await ChangeAsync("One", FeedHealth.Failing, FeedHealth.Ok);
        await RoundAsync();
        Assert.Empty(hook.Posts);
    }

    [Fact]
    public async Task A_poll_that_does_not_come_is_told_by_the_mark_of_the_last()
    {
        await bench.Get<PollWatch>().BeginAsync(default);
        bench.Time.Advance(TimeSpan.FromMinutes(29));
        await RoundAsync();
        Assert.Empty(hook.Posts);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        await RoundAsync();
        Assert.Equal(["The poll is late: none since 2017-01-08 12:00 UTC"], Headings());
    }

    [Fact]
    public async Task Poison_is_told_when_it_comes_and_not_while_it_lies_there()
    {
        await bench.Get<PoisonDesk>().KeepAsync(Pipeline.ExtractArticle, "{}", "IOException: the disk is full", default);
        await RoundAsync();
        bench.Time.Advance(TimeSpan.FromHours(2));
        await RoundAsync();
        Assert.Equal(["Messages given up: extract-article"], Headings());
    }

    [Fact]
    public async Task A_channel_that_is_down_is_told_on_another()
    {
        await using var other = await LoopbackHook.StartAsync();
        using var both = new AlertsBench(
        [
            .. AlertsBench.Slack("ops", hook), ("Channels:ops:About:0", "operator"), ("Channels:ops:About:1", "developments"),
            .. AlertsBench.Slack("second", other), ("Channels:second:About:0", "operator"),
        ]);
        hook.Answers.Enqueue(404);
        await both.NoticeAsync();
        await both.DrainAsync();
        await both.Get<OperatorRound>().GoAsync(watchesPolls: true, default);
        Assert.Single(hook.Posts);
        Assert.Contains("Channel ops, 127.0.0.1: refused for good: 127.0.0.1: HTTP 404",
            Assert.Single(other.Posts).Json["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_refused_is_told_without_it_and_once_an_hour()
    {
        var round = bench.Get<OperatorRound>();
        var outage = new StorageUnavailableException("The disk is full.");
        await round.TellOfStoreAsync(outage, default);
        await round.TellOfStoreAsync(outage, default);
        Assert.Equal(["The store is refused: it cannot be used"], Headings());
        bench.Time.Advance(TimeSpan.FromMinutes(61));
        await round.TellOfStoreAsync(outage, default);
        Assert.Equal(2, hook.Posts.Count);
    }

    private List<string> Headings() => [.. hook.Posts.Select(post => post.Json["blocks"]![0]!["text"]!["text"]!.GetValue<string>())];

    private Task RoundAsync() => bench.Get<OperatorRound>().GoAsync(watchesPolls: true, default);

    private Task ChangeAsync(string feed, FeedHealth before, FeedHealth now) => bench.Get<IStage<FeedHealthChanged>>().HandleAsync(
        new($"{feed} {now}", feed, feed, new("https://ministry.example/feed"), before, now, DateTimeOffset.UnixEpoch, "HTTP 500"), default);
}
