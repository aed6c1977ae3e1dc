using NewsWatch.PollFeeds;

namespace NewsWatch.Tests.SendAlerts;

public sealed class OperatorNotifierTests
{
    [Fact]
    public async Task The_operators_channels_alone_are_told_of_a_feed_once_a_change()
    {
        await using var hook = await LoopbackHook.StartAsync();
        await using var server = new LoopbackSmtp();
        using var bench = new AlertsBench(
        [
            .. AlertsBench.Email(server), ("Channels:ops:Kind", "Slack"), ("Channels:ops:Address", hook.Address.AbsoluteUri), ("Channels:ops:About:0", "Feeds"),
        ]);
        var change = new FeedHealthChanged(
            "c1", "f1", "Ministry", new("https://ministry.example/feed"), FeedHealth.Ok, FeedHealth.Failing, DateTimeOffset.UnixEpoch, "HTTP 500");
        var stage = bench.Get<IStage<FeedHealthChanged>>();
        await stage.HandleAsync(change, default);
        await stage.HandleAsync(change, default);
        await bench.TellAsync(await bench.NoticeAsync());

        Assert.Contains("Feed failing: Ministry", System.Text.Encoding.UTF8.GetString(Assert.Single(hook.Posts).Body), StringComparison.Ordinal);
        Assert.Single(server.Messages);
    }
}
