using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.Polling;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds;

/// <summary>Feeds that look well and stand still: seen, healed where that can be, said where not.</summary>
public sealed class StandingStillTests : IDisposable
{
    private readonly PollBench bench = new();

    public void Dispose() => bench.Dispose();

    private async Task PollAsync(int times)
    {
        for (var poll = 0; poll < times; poll++)
            await bench.PollWhenDueAsync();
    }

    [Fact]
    public async Task A_server_that_answers_304_to_anything_is_found_out_and_not_believed_again()
    {
        var feed = bench.Rss("https://wire.example/a");
        bench.Web.Answer(PollBench.Address, request => request.ETag is null
            ? FeedWeb.Page(PollBench.Address, feed, "etag: \"fixed\"")
            : new FetchResult.NotModified(new(PollBench.Address), new(PollBench.Address), new Dictionary<string, string>()));
        await bench.WatchAsync(PollBench.Address);
        await bench.PollAsync();
        feed = bench.Rss("https://wire.example/b", "A paper is signed");
        await PollAsync(10);
        Assert.Equal(2, bench.Found.Count);
        feed = bench.Rss("https://wire.example/c", "A paper is in force");
        await PollAsync(1);
        Assert.Equal(3, bench.Found.Count);
    }

    [Fact]
    public async Task A_server_that_keeps_its_validators_is_asked_for_all_of_it_now_and_then_and_believed()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"), "etag: \"1\"");
        await bench.WatchAsync(PollBench.Address);
        await bench.PollAsync();
        await PollAsync(30);
        var whole = bench.Web.Asked.Count(request => request.ETag is null);
        Assert.InRange(whole, 3, 5);
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/b"), "etag: \"2\"");
        await PollAsync(1);
        Assert.False((await bench.StateAsync()).IsNotBelieved);
    }

    [Theory]
    [InlineData("2041-03-04T05:06:07Z", "2041-03-04T05:36:07Z")]
    [InlineData("2026-03-06T05:06:07Z", "2026-03-06T05:36:07Z")]
    public async Task A_next_check_set_by_a_clock_that_was_wrong_is_not_waited_for(string checkedAt, string nextCheck)
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await bench.WatchAsync(PollBench.Address);
        await bench.PollAsync();
        var name = bench.Blobs.Names.Single(blob => blob.StartsWith("feeds/", StringComparison.Ordinal));
        var state = JsonNode.Parse(bench.Blobs.Text(name))!;
        state["checkedAt"] = checkedAt;
        state["nextCheck"] = nextCheck;
        await bench.Blobs.WriteAsync(name, Encoding.UTF8.GetBytes(state.ToJsonString()), WriteCondition.Always, default);
        Assert.Equal(1, (await bench.PollAsync()).Polled);
    }

    [Fact]
    public async Task A_list_whose_newest_entries_lie_beyond_the_bytes_that_are_read_is_stuck_and_says_so()
    {
        using var small = new PollBench(("MaxFeedBytes", "65536"));
        var start = small.Clock.GetUtcNow() - TimeSpan.FromDays(900);
        var feed = PollBench.Rss([.. Enumerable.Range(0, 800).Select(day => ($"https://wire.example/{day}", $"Day {new string('x', 100)} {day}", (DateTimeOffset?)start.AddDays(day)))]);
        small.Web.Serve(PollBench.Address, feed);
        await small.WatchAsync(PollBench.Address);
        var entries = (await small.PollAsync()).Entries;
        Assert.Equal(800, entries.Found);
        Assert.True(entries.BeyondBound > 0);
        var state = await small.StateAsync();
        Assert.Equal(FeedHealth.Stuck, state.Health);
        Assert.Contains("MaxFeedBytes", state.Reason, StringComparison.Ordinal);
        Assert.Equal(FeedHealth.Stuck, Assert.Single(small.Notices).Now);
    }

    [Fact]
    public async Task A_feed_none_of_whose_entries_can_be_used_is_not_ok()
    {
        bench.Web.Serve(PollBench.Address, $"<rss version=\"2.0\"><channel><title>W</title><item><pubDate>{bench.Clock.GetUtcNow():r}</pubDate></item></channel></rss>");
        await bench.WatchAsync(PollBench.Address);
        await bench.PollAsync();
        Assert.Equal(FeedHealth.Stuck, (await bench.StateAsync()).Health);
    }

    [Fact]
    public async Task The_bounds_that_are_settings_hold_and_what_lies_beyond_is_counted()
    {
        using var large = new PollBench(("MaxEntries", "3000"));
        large.Web.Serve(PollBench.Address, PollBench.Rss([.. Enumerable.Range(0, 5000).Select(number => ($"https://wire.example/{number}", string.Create(CultureInfo.InvariantCulture, $"Note {number}"), (DateTimeOffset?)null))]));
        await large.WatchAsync(PollBench.Address);
        var entries = (await large.PollAsync()).Entries;
        Assert.Equal((3000, 2000), (entries.New, entries.BeyondBound));
    }

    [Fact]
    public async Task A_feed_whose_reading_ends_the_program_is_put_off_and_said_instead_of_coming_first_for_ever()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await bench.WatchAsync(PollBench.Address);
        var states = bench.Get<FeedStates>();
        for (var run = 0; run < 4; run++)
        {
            // What a run leaves that is killed while the feed is read: the mark is set before, and nothing after.
            var (before, tag) = await states.OpenAsync(new("Wire", new(PollBench.Address)), default);
            await new FeedAttempt(states, bench.Get<FeedJudge>(), bench.Get<HealthNotices>(), before, tag, bench.Clock).MarkAsync(default);
            var state = await bench.StateAsync();
            Assert.Equal((run + 1, FeedHealth.Failing), (state.BrokenOff, state.Health));
            Assert.Equal(0, (await bench.PollAsync()).Polled);
            bench.Clock.Advance(state.NextCheck!.Value - bench.Clock.GetUtcNow());
        }
        Assert.Equal("the last reading of it was broken off", Assert.Single(bench.Notices).Reason);
        await bench.PollAsync();
        Assert.Equal((0, FeedHealth.Ok), ((await bench.StateAsync()).BrokenOff, (await bench.StateAsync()).Health));
    }

    [Fact]
    public async Task A_reading_broken_off_on_purpose_leaves_no_mark()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await bench.WatchAsync(PollBench.Address);
        var states = bench.Get<FeedStates>();
        var (before, tag) = await states.OpenAsync(new("Wire", new(PollBench.Address)), default);
        var attempt = new FeedAttempt(states, bench.Get<FeedJudge>(), bench.Get<HealthNotices>(), before, tag, bench.Clock);
        await attempt.MarkAsync(default);
        await attempt.TakeBackAsync();
        Assert.Equal((0, FeedHealth.Unpolled), ((await bench.StateAsync()).BrokenOff, (await bench.StateAsync()).Health));
    }

    [Fact]
    public async Task A_list_page_says_in_its_health_what_is_missing()
    {
        const string Page = "<ul><li><a href='/p/1'>Ministers sign a paper on logistics</a></li><li><a href='/p/2'>Ministers open talks on supply</a></li><li><a href='/p/3'>A visit to the base in the north</a></li></ul>";
        bench.Web.Serve(PollBench.Address, Page, "content-type: text/html");
        await bench.WatchAsync(new WatchedFeed("Press", new(PollBench.Address)) { Kind = SourceKind.Page });
        await bench.PollAsync();
        var state = await bench.StateAsync();
        Assert.Equal(FeedHealth.Undated, state.Health);
        Assert.Equal("no date stands beside its links: news is told by new addresses alone; which of its links are articles is guessed: nw:links or nw:select says it", state.Reason);
    }

    [Fact]
    public async Task A_feed_of_unclosed_boxes_is_read_in_time_that_grows_with_its_length_alone()
    {
        var boxes = string.Concat(Enumerable.Repeat("&lt;div&gt;", 100_000));
        bench.Web.Serve(PollBench.Address, $"<rss version=\"2.0\"><channel><title>W</title><item><title>Boxes</title><link>https://wire.example/a</link><description>{boxes}A paper was signed.</description></item></channel></rss>");
        await bench.WatchAsync(PollBench.Address);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(1, (await bench.PollAsync()).Entries.New);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.Equal("A paper was signed.", (await bench.ArticleAsync("https://wire.example/a")).Mentions[0].Summary);
    }
}
