using System.Text.Json;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.Polling;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds;

public sealed class SeveralPollersTests : IDisposable
{
    private readonly PollBench store = new();
    private readonly PollBench one, other;

    public SeveralPollersTests() => (one, other) = (new(store), new(store));

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task Each_feed_is_polled_by_one_of_them()
    {
        await WatchAsync(40);
        var summaries = await Task.WhenAll(one.PollAsync(), other.PollAsync());
        Assert.Equal(40, summaries.Sum(summary => summary.Polled));
        Assert.Equal(40, summaries.Sum(summary => summary.Entries.New));
        Assert.All(summaries, summary => Assert.Equal(0, summary.Postponed));
        Assert.Equal(40, store.Web.Asked.Count);
    }

    [Fact]
    public async Task A_feed_whose_poller_died_falls_due_again_when_its_claim_lapses()
    {
        await WatchAsync(1);
        store.Web.Answer(Address(0), async (_, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            throw new InvalidOperationException("nobody waits for ever");
        });
        using var died = new CancellationTokenSource();
        var polling = one.Get<FeedPoller>().PollAsync(died.Token);
        while (store.Web.Asked.IsEmpty)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        Assert.NotNull((await store.StateAsync(Address(0))).ClaimedUntil);
        store.Web.Serve(Address(0), store.Rss(Link(0)));
        Assert.Equal((0, 1), ((await other.PollAsync()).Polled, store.Web.Asked.Count));
        store.Clock.Advance(one.Get<FeedSchedule>().ClaimedFor);
        Assert.Equal(1, (await other.PollAsync()).Entries.New);
        await died.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);
        Assert.Null((await store.StateAsync(Address(0))).ClaimedUntil);
        Assert.Equal(0, (await other.PollAsync()).Polled);
    }

    [Fact]
    public async Task More_feeds_than_one_run_polls_go_to_the_queue_those_of_one_host_together_and_a_batch_twice_polls_nothing_twice()
    {
        await WatchAsync(FeedBatches.MostInPlace + 1, hosts: 30);
        var summary = await one.PollAsync();
        Assert.Equal((0, 0, FeedBatches.MostInPlace + 1), (summary.Polled, summary.Postponed, summary.Elsewhere));
        Assert.Empty(store.Web.Asked);
        var batches = Batches();
        Assert.Equal(FeedBatches.MostInPlace + 1, batches.SelectMany(batch => batch.Feeds).Distinct().Count());
        Assert.All(batches, batch => Assert.InRange(batch.Feeds.Count, 1, FeedBatches.Size));
        var host = (await store.Get<WatchListStore>().LoadAsync(default)).Feeds.ToDictionary(feed => feed.Id, feed => feed.Address.Host);
        Assert.All(batches.SelectMany((batch, at) => batch.Feeds.Select(feed => (Host: host[feed], at))).GroupBy(feed => feed.Host),
            feeds => Assert.Single(feeds.Select(feed => feed.at).Distinct()));

        await Task.WhenAll(batches.Concat(batches).Select((batch, at) => (at % 2 == 0 ? one : other).Get<IStage<FeedsDue>>().HandleAsync(batch, default)));
        Assert.Equal(FeedBatches.MostInPlace + 1, store.Web.Asked.Count);
        Assert.Equal(FeedBatches.MostInPlace + 1, store.Found.Count);
    }

    [Fact]
    public async Task While_as_much_waits_in_the_queue_no_more_is_sent()
    {
        await WatchAsync(FeedBatches.MostInPlace + 1, hosts: 30);
        await one.PollAsync();
        var waiting = Batches().Count;
        await other.PollAsync();
        Assert.Equal(waiting, Batches().Count);
    }

    [Fact]
    public async Task A_process_alone_on_its_store_polls_them_all_itself()
    {
        await WatchAsync(FeedBatches.MostInPlace + 1, hosts: 30);
        Assert.Equal(FeedBatches.MostInPlace + 1, (await store.PollAsync()).Polled);
        Assert.Empty(Batches());
    }

    private IReadOnlyList<FeedsDue> Batches() => [.. store.Sent.All.Where(message => message.Queue == Pipeline.PollFeeds)
        .Select(message => JsonSerializer.Deserialize(message.Body, NewsWatchJson.Default.FeedsDue)!)];

    private async Task WatchAsync(int feeds, int hosts = int.MaxValue)
    {
        for (var number = 0; number < feeds; number++)
            store.Web.Serve(Address(number, hosts), store.Rss(Link(number)));
        await store.WatchAsync([.. Enumerable.Range(0, feeds).Select(number => Address(number, hosts))]);
    }

    private static string Address(int number, int hosts = int.MaxValue) => $"https://host{number % hosts}.example/{number}";

    private static string Link(int number) => $"https://news{number}.example/a";
}
