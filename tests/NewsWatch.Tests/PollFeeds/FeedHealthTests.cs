using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds;

public sealed class FeedHealthTests : IDisposable
{
    private readonly PollBench bench = new();

    public void Dispose() => bench.Dispose();

    private async Task<FeedHealth> HealthAsync() => (await bench.StateAsync()).Health;

    private async Task<FeedHealth> PollAsync()
    {
        if ((await bench.StateAsync()).NextCheck is null)
            await bench.PollAsync();
        else
            await bench.PollWhenDueAsync();
        return await HealthAsync();
    }

    [Fact]
    public async Task Ok_unchanged_empty_and_undated_are_kept_apart()
    {
        await bench.WatchAsync(PollBench.Address);
        Assert.Equal(FeedHealth.Unpolled, await HealthAsync());
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"), "etag: \"1\"");
        Assert.Equal(FeedHealth.Ok, await PollAsync());
        Assert.Equal(FeedHealth.Unchanged, await PollAsync());
        bench.Web.Serve(PollBench.Address, PollBench.Rss());
        Assert.Equal(FeedHealth.Empty, await PollAsync());
        Assert.Equal(FeedHealth.Empty, await PollAsync());
        bench.Web.Serve(PollBench.Address, PollBench.Rss(("https://wire.example/b", "B", null)));
        Assert.Equal(FeedHealth.Undated, await PollAsync());
    }

    [Fact]
    public async Task A_304_never_heals_a_failed_feed()
    {
        await bench.WatchAsync(PollBench.Address);
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"), "etag: \"1\"");
        await PollAsync();
        bench.Web.Answer(PollBench.Address, new FetchResult.Failed(null, "no route to host", null));
        Assert.Equal(FeedHealth.Failing, await PollAsync());
        bench.Web.Answer(PollBench.Address, new FetchResult.NotModified(new(PollBench.Address), new(PollBench.Address), new Dictionary<string, string>()));
        Assert.Equal(FeedHealth.Failing, await PollAsync());
        Assert.Null(bench.Web.Asked.Last().ETag);
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        Assert.NotEqual(FeedHealth.Failing, await PollAsync());
    }

    [Fact]
    public async Task Validators_of_another_address_are_not_taken_at_their_word()
    {
        await bench.WatchAsync(PollBench.Address);
        bench.Web.Answer(PollBench.Address, FeedWeb.Page("https://node1.example/feed", bench.Rss("https://wire.example/a"), "etag: \"1\"") with { PermanentAddress = new(PollBench.Address) });
        await PollAsync();
        bench.Web.Answer(PollBench.Address, request => request.ETag is null
            ? FeedWeb.Page("https://node2.example/feed", bench.Rss("https://wire.example/b")) with { PermanentAddress = new(PollBench.Address) }
            : new FetchResult.NotModified(new("https://node2.example/feed"), new(PollBench.Address), new Dictionary<string, string>()));
        await PollAsync();
        Assert.Equal(2, bench.Found.Count);
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_asked_at_its_new_address()
    {
        await bench.WatchAsync(PollBench.Address);
        const string New = "https://new.example/feed";
        bench.Web.Answer(PollBench.Address, FeedWeb.Page(New, bench.Rss("https://wire.example/a")));
        Assert.Equal(FeedHealth.Moved, await PollAsync());
        bench.Web.Serve(New, bench.Rss("https://wire.example/b"));
        Assert.Equal(FeedHealth.Moved, await PollAsync());
        Assert.Equal(New, bench.Web.Asked.Last().Address.AbsoluteUri);
        Assert.Equal(2, bench.Found.Count);
    }

    [Fact]
    public async Task A_move_to_a_dead_end_is_taken_back()
    {
        await bench.WatchAsync(PollBench.Address);
        bench.Web.Answer(PollBench.Address, FeedWeb.Page("https://new.example/feed", bench.Rss("https://wire.example/a")));
        for (var poll = 0; poll < 4; poll++)
            await PollAsync();
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/b"));
        Assert.Equal(FeedHealth.Ok, await PollAsync());
    }

    [Fact]
    public async Task A_feed_that_says_it_is_gone_is_retired_and_the_operator_told_once()
    {
        await bench.WatchAsync(PollBench.Address);
        bench.Web.Answer(PollBench.Address, new FetchResult.Failed(410, "HTTP 410", null));
        await bench.PollAsync();
        bench.Clock.Advance(TimeSpan.FromDays(100));
        var later = await bench.PollAsync();
        Assert.Equal((0, 1), (later.Polled, later.Retired));
        Assert.Equal(FeedHealth.Gone, Assert.Single(bench.Notices).Now);
    }

    [Fact]
    public async Task The_operator_hears_of_a_failure_after_three_and_of_the_recovery_once()
    {
        await bench.WatchAsync(PollBench.Address);
        bench.Web.Answer(PollBench.Address, new FetchResult.Failed(500, "HTTP 500", null));
        await PollAsync();
        await PollAsync();
        Assert.Empty(bench.Notices);
        var since = (await bench.StateAsync()).HealthSince;
        await PollAsync();
        await PollAsync();
        var notice = Assert.Single(bench.Notices);
        Assert.Equal((FeedHealth.Failing, "HTTP 500", since), (notice.Now, notice.Reason, notice.Since));
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await PollAsync();
        await PollAsync();
        Assert.Equal(2, bench.Notices.Count);
        Assert.True(bench.Notices[1].IsRecovery);
    }

    [Fact]
    public async Task A_feed_silent_far_beyond_its_rhythm_has_gone_quiet_though_it_answers()
    {
        await bench.WatchAsync(PollBench.Address);
        var now = bench.Clock.GetUtcNow();
        var daily = PollBench.Rss([.. Enumerable.Range(0, 10).Select(day => ($"https://wire.example/{day}", $"Day {day}", (DateTimeOffset?)now.AddDays(-day)))]);
        bench.Web.Serve(PollBench.Address, daily, "etag: \"1\"");
        Assert.Equal(FeedHealth.Ok, await PollAsync());
        bench.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(FeedHealth.Unchanged, await PollAsync());
        bench.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(FeedHealth.GoneQuiet, await PollAsync());
        var notice = Assert.Single(bench.Notices);
        Assert.Equal((FeedHealth.GoneQuiet, "nothing since 2026-03-04"), (notice.Now, notice.Reason));
    }

    [Fact]
    public async Task Hubs_are_noted_from_the_header_too()
    {
        await bench.WatchAsync(PollBench.Address);
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"), "link: <https://hub.example/>; rel=\"hub\", <https://wire.example/feed>; rel=\"self\"");
        await PollAsync();
        Assert.Equal(new("https://hub.example/"), Assert.Single((await bench.StateAsync()).Hubs));
    }
}
