using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds;

public sealed class FeedPollerTests : IDisposable
{
    private readonly PollBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_new_entry_is_stored_journalled_and_announced_once()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a?utm_source=rss"));
        await bench.WatchAsync(PollBench.Address);
        var first = await bench.PollAsync();
        Assert.Equal((1, 1, 1), (first.Polled, first.Entries.Found, first.Entries.New));
        var article = await bench.ArticleAsync("https://wire.example/a");
        Assert.Equal(ArticleState.Pending, article.State);
        Assert.Equal("Ministers sign a pact", Assert.Single(article.Mentions).Title);
        Assert.Equal(new ArticleFound(article.Id, article.Mentions[0].Fingerprint), Assert.Single(bench.Found));
        Assert.Single(bench.Blobs.Names, name => name.StartsWith("journal/", StringComparison.Ordinal));

        var second = await bench.PollWhenDueAsync();
        Assert.Equal((1, 0), (second.Unchanged, second.Entries.Found));
        Assert.Single(bench.Found);
    }

    [Fact]
    public async Task An_address_that_names_no_host_fails_alone()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://[2001:db8::1]:8443/a"));
        await bench.WatchAsync(PollBench.Address, "http://ä-.example.com/feed");
        var summary = await bench.PollAsync();
        Assert.Equal((2, 1, 1), (summary.Polled, summary.Failed, summary.Entries.New));
        Assert.Equal("https://[2001:db8::1]:8443/a", (await bench.ArticleAsync("https://[2001:db8::1]:8443/a")).Address.AbsoluteUri);
    }

    [Fact]
    public async Task A_title_of_any_length_is_stored_as_a_line()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a", string.Concat(Enumerable.Repeat("pact &amp;amp; ", 400_000))));
        await bench.WatchAsync(PollBench.Address);
        Assert.Equal(1, (await bench.PollAsync()).Entries.New);
        Assert.Equal(1_000, (await bench.ArticleAsync("https://wire.example/a")).Mentions[0].Title.Length);
    }

    [Fact]
    public async Task A_link_longer_than_any_server_takes_is_none()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss($"https://wire.example/{new string('a', 60_000)}"));
        await bench.WatchAsync(PollBench.Address);
        Assert.Equal(1, (await bench.PollAsync()).Entries.New);
        Assert.All(bench.Found, found => Assert.InRange(found.Article.Length, 1, 64));
    }

    [Fact]
    public async Task A_feed_is_left_alone_until_it_is_due()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await bench.WatchAsync(PollBench.Address);
        await bench.PollAsync();
        var again = await bench.PollAsync();
        Assert.Equal((0, 1), (again.Polled, again.NotDue));
    }

    [Fact]
    public async Task An_entry_in_several_feeds_is_one_article_with_all_its_sources()
    {
        bench.Web.Serve("https://one.example/feed", bench.Rss("https://news.example/a#top"));
        bench.Web.Serve("https://two.example/feed", bench.Rss("https://news.example/a?fbclid=x", "The same, told otherwise"));
        await bench.WatchAsync("https://one.example/feed", "https://two.example/feed");
        var summary = await bench.PollAsync();
        Assert.Equal((1, 1), (summary.Entries.New, summary.Entries.AlsoElsewhere));
        Assert.Equal(2, (await bench.ArticleAsync("https://news.example/a")).Mentions.Count);
    }

    [Fact]
    public async Task An_edited_entry_is_announced_again_with_its_new_fingerprint()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await bench.WatchAsync(PollBench.Address);
        await bench.PollAsync();
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a", "Ministers sign another pact"));
        var summary = await bench.PollWhenDueAsync();
        Assert.Equal((0, 1), (summary.Entries.New, summary.Entries.Edited));
        var mention = Assert.Single((await bench.ArticleAsync("https://wire.example/a")).Mentions);
        Assert.Equal("Ministers sign another pact", mention.Title);
        Assert.Equal(mention.Fingerprint, bench.Found[^1].Fingerprint);
        Assert.NotEqual(bench.Found[0].Fingerprint, bench.Found[1].Fingerprint);
    }

    [Fact]
    public async Task Entries_that_say_nothing_come_twice_or_lie_beyond_the_bound_are_counted()
    {
        bench.Web.Serve(PollBench.Address, PollBench.Rss(
            ("", "", null),
            ("mailto:a@b.example", "", null),
            ("https://wire.example/a", "A", bench.Clock.GetUtcNow()),
            ("https://wire.example/a", "A", bench.Clock.GetUtcNow()),
            ("https://wire.example/b", "B", null)));
        await bench.WatchAsync(new WatchedFeed("Wire", new(PollBench.Address)) { MaxEntries = 4 });
        var entries = (await bench.PollAsync()).Entries;
        Assert.Equal(new(New: 1, Known: 1, Unusable: 2, BeyondBound: 1), entries);
        Assert.Equal(5, entries.Found);
    }

    [Fact]
    public async Task A_run_killed_before_any_step_loses_nothing_and_announces_again()
    {
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await bench.WatchAsync(PollBench.Address);
        for (var step = 1; step <= 4; step++)
        {
            using var killed = new PollBench();
            killed.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
            await killed.WatchAsync(PollBench.Address);
            killed.Crashes.Restart(before: step);
            var broken = await Record.ExceptionAsync(killed.PollAsync);
            killed.Crashes.Restart(before: 0);
            killed.Clock.Advance(TimeSpan.FromDays(1));
            await killed.PollAsync();
            Assert.True(broken is null or CrashException or AggregateException, $"{broken}");
            Assert.Equal("Ministers sign a pact", Assert.Single((await killed.ArticleAsync("https://wire.example/a")).Mentions).Title);
            Assert.NotEmpty(killed.Found);
            Assert.Single(killed.Found.Distinct());
            Assert.Single((await killed.StateAsync()).Seen);
            Assert.Contains(killed.Blobs.Names, name => name.StartsWith("journal/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Killed_at_any_write_it_loses_no_entry_that_the_feed_shows_no_more()
    {
        var stopped = false;
        for (var step = 1; !stopped; step++)
        {
            using var killed = new PollBench();
            await killed.WatchAsync(PollBench.Address);
            killed.Web.Serve(PollBench.Address, killed.Rss("https://wire.example/old"));
            await killed.PollAsync();
            var first = killed.Found.Count;
            killed.Web.Serve(PollBench.Address, PollBench.Rss(
                ("https://wire.example/old", "Ministers sign another pact", null), ("https://wire.example/a", "A pact", null), ("https://wire.example/b", "A treaty", null)));
            killed.Clock.Advance(TimeSpan.FromDays(1));
            killed.Crashes.Restart(before: step);
            await Record.ExceptionAsync(killed.PollAsync);
            stopped = !killed.Crashes.Came;
            killed.Crashes.Restart(before: 0);
            var wasRead = killed.Blobs.Names.Any(name => name.StartsWith("unfinished/", StringComparison.Ordinal)) || stopped;
            killed.Web.Serve(PollBench.Address, killed.Rss("https://wire.example/c"));
            killed.Clock.Advance(TimeSpan.FromDays(1));
            await killed.PollAsync();
            Assert.DoesNotContain(killed.Blobs.Names, name => name.StartsWith("unfinished/", StringComparison.Ordinal));
            var announced = killed.Found.Skip(first).Select(found => found.Article).ToHashSet();
            if (wasRead)
                Assert.Superset(new[] { "old", "a", "b", "c" }.Select(name => ArticleId.Of(new($"https://wire.example/{name}"))).ToHashSet(), announced);
            foreach (var name in killed.Blobs.Names.Where(name => name.StartsWith("articles/", StringComparison.Ordinal)))
                Assert.Contains(name["articles/".Length..^".json".Length], killed.Found.Select(found => found.Article));
        }
    }

    [Fact]
    public async Task A_second_fault_while_an_earlier_reading_is_taken_in_again_loses_neither()
    {
        var stopped = false;
        for (var step = 1; !stopped; step++)
        {
            using var killed = new PollBench();
            await killed.WatchAsync(PollBench.Address);
            killed.Web.Serve(PollBench.Address, killed.Rss("https://wire.example/a"));
            killed.Crashes.Restart(before: 4);
            await Record.ExceptionAsync(killed.PollAsync);
            Assert.Contains(killed.Blobs.Names, name => name.StartsWith("unfinished/", StringComparison.Ordinal));
            killed.Web.Serve(PollBench.Address, killed.Rss("https://wire.example/b"));
            killed.Clock.Advance(TimeSpan.FromDays(1));
            killed.Crashes.Restart(before: step);
            await Record.ExceptionAsync(killed.PollAsync);
            stopped = !killed.Crashes.Came;
            killed.Crashes.Restart(before: 0);
            killed.Clock.Advance(TimeSpan.FromDays(1));
            await killed.PollAsync();
            Assert.Superset(
                new[] { "a", "b" }.Select(name => ArticleId.Of(new($"https://wire.example/{name}"))).ToHashSet(),
                killed.Found.Select(found => found.Article).ToHashSet());
        }
    }

    [Fact]
    public async Task A_damaged_article_keeps_neither_the_other_entries_nor_the_feed()
    {
        await bench.WatchAsync(PollBench.Address);
        var torn = ArticleId.Of(new("https://wire.example/a"));
        await bench.Blobs.WriteAsync($"articles/{torn}.json", "{"u8.ToArray(), WriteCondition.Always, default);
        bench.Web.Serve(PollBench.Address, PollBench.Rss(("https://wire.example/a", "A pact", null), ("https://wire.example/b", "A treaty", null)));
        var summary = await bench.PollAsync();
        Assert.Equal((0, 1, 1), (summary.Failed, summary.Entries.New, summary.Entries.Unusable));
        Assert.Equal(ArticleId.Of(new("https://wire.example/b")), Assert.Single(bench.Found).Article);
    }

    [Fact]
    public async Task A_failing_feed_does_not_stop_the_others_and_keeps_its_reason()
    {
        bench.Web.Answer("https://down.example/feed", new FetchResult.Failed(500, "HTTP 500", null));
        bench.Web.Answer("https://odd.example/feed", _ => throw new NotSupportedException("a fault of ours"));
        bench.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        await bench.WatchAsync("https://down.example/feed", "https://odd.example/feed", PollBench.Address);
        var summary = await bench.PollAsync();
        Assert.Equal((3, 2, 1), (summary.Polled, summary.Failed, summary.Entries.New));
        Assert.Equal((FeedHealth.Failing, "HTTP 500"), ((await bench.StateAsync("https://down.example/feed")).Health, (await bench.StateAsync("https://down.example/feed")).Reason));
        Assert.Contains("a fault of ours", (await bench.StateAsync("https://odd.example/feed")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_time_is_up_the_rest_is_postponed_and_comes_first_next_time()
    {
        using var hurried = new PollBench(("TimeBudget", "00:00:10"), ("Concurrency", "1"));
        await hurried.WatchAsync("https://slow.example/feed", PollBench.Address);
        hurried.Web.Answer("https://slow.example/feed", async (_, cancellation) =>
        {
            hurried.Clock.Advance(TimeSpan.FromSeconds(11));
            await Task.Delay(Timeout.InfiniteTimeSpan, hurried.Clock, cancellation);
            throw new InvalidOperationException("not reached");
        });
        hurried.Web.Serve(PollBench.Address, bench.Rss("https://wire.example/a"));
        var summary = await hurried.PollAsync();
        Assert.Equal((0, 2), (summary.Polled, summary.Postponed));
        hurried.Web.Serve("https://slow.example/feed", bench.Rss("https://slow.example/a"));
        Assert.Equal(2, (await hurried.PollAsync()).Polled);
    }

    [Fact]
    public async Task A_disabled_source_is_kept_but_not_polled()
    {
        await bench.WatchAsync(new WatchedFeed("Wire", new(PollBench.Address)) { Enabled = false });
        var summary = await bench.PollAsync();
        Assert.Equal((1, 1, 0), (summary.Listed, summary.Disabled, summary.Polled));
        Assert.Empty(bench.Web.Asked);
    }
}
