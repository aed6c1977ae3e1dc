using NewsWatch.Notices;
using NewsWatch.SendAlerts;
using NewsWatch.Tests.Notices;

namespace NewsWatch.Tests.SendAlerts;

public sealed class AlertRetryTests
{
    [Fact]
    public async Task Who_refused_is_told_again_and_who_was_told_is_not()
    {
        await using LoopbackHook good = await LoopbackHook.StartAsync(), shut = await LoopbackHook.StartAsync();
        using var bench = new AlertsBench([.. AlertsBench.Slack("good", good), .. AlertsBench.Slack("shut", shut)]);
        shut.Answers.Enqueue(403);
        var development = await bench.NoticeAsync();
        await bench.DrainAsync();
        Assert.Equal((DeliveryState.Sent, DeliveryState.Refused), (bench.State(development, "good"), bench.State(development, "shut")));

        var tried = await bench.Get<AlertRetry>().RetryAsync(development.Id, default);
        Assert.Equal("shut", Assert.Single(tried!).Channel);
        await bench.DrainAsync();
        Assert.Equal(DeliveryState.Sent, bench.State(development, "shut"));
        Assert.Equal((1, 2), (good.Posts.Count, shut.Posts.Count));
        Assert.Empty((await bench.Get<AlertRetry>().RetryAsync(development.Id, default))!);
    }

    [Fact]
    public async Task Of_what_was_never_told_there_is_nothing_to_retry()
    {
        using var bench = new AlertsBench();
        var development = await bench.NoticeAsync();
        Assert.Null(await bench.Get<AlertRetry>().RetryAsync(development.Id, default));
        Assert.Null(await bench.Get<AlertRetry>().RetryAsync("nix", default));
    }
}
