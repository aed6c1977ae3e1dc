using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.Polling;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Tests.PollFeeds.Polling;

public sealed class FeedScheduleTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-04T05:06:07Z", CultureInfo.InvariantCulture);
    private static readonly WatchedFeed Feed = new("Wire", new("https://wire.example/feed"));
    private readonly PollFeedsOptions options = new();

    private FeedSchedule Schedule(int seed = 1) => new(Options.Create(options), new Random(seed));

    private TimeSpan Wait(FeedState state, TimeSpan? fresh = null, WatchedFeed? feed = null) => Schedule().After(feed ?? Feed, state, fresh, Now).At - Now;

    private static void AssertAbout(TimeSpan expected, TimeSpan actual) => Assert.InRange(actual, expected, expected * 1.1);

    private static FeedState Rhythmic(double medianMinutes, double newestMinutesAgo = 0) => FeedState.New(Feed) with
    {
        Rhythm = new(TimeSpan.FromMinutes(medianMinutes), TimeSpan.FromMinutes(medianMinutes * 2)),
        NewestEntry = Now - TimeSpan.FromMinutes(newestMinutesAgo),
    };

    [Fact]
    public void A_feed_that_says_nothing_is_polled_at_the_default() => AssertAbout(options.DefaultInterval, Wait(FeedState.New(Feed)));

    [Fact]
    public void A_feed_is_polled_twice_in_its_own_median_gap() => AssertAbout(TimeSpan.FromMinutes(40), Wait(Rhythmic(80)));

    [Fact]
    public void A_silent_feed_is_polled_less_and_less() => AssertAbout(TimeSpan.FromMinutes(100), Wait(Rhythmic(80, newestMinutesAgo: 800)));

    [Fact]
    public void The_bounds_hold()
    {
        AssertAbout(options.MinInterval, Wait(Rhythmic(1)));
        Assert.Equal(options.MaxInterval, Wait(Rhythmic(100_000)));
        Assert.Equal(options.MaxInterval, Wait(FeedState.New(Feed), fresh: TimeSpan.FromDays(365)));
    }

    [Fact]
    public void A_feed_is_not_polled_before_its_caching_headers_or_its_own_word_allow()
    {
        AssertAbout(TimeSpan.FromHours(1), Wait(Rhythmic(20), fresh: TimeSpan.FromHours(1)));
        AssertAbout(TimeSpan.FromHours(2), Wait(Rhythmic(20) with { Wishes = new() { Ttl = TimeSpan.FromHours(2) } }));
        AssertAbout(TimeSpan.FromHours(3), Wait(Rhythmic(20) with { Wishes = new() { UpdateInterval = TimeSpan.FromHours(3) } }));
    }

    [Fact]
    public void The_watch_list_has_the_last_word() => Assert.InRange(
        Wait(Rhythmic(20), TimeSpan.FromHours(5), Feed with { Every = TimeSpan.FromHours(9) }), TimeSpan.FromHours(9), TimeSpan.FromHours(9));

    [Fact]
    public void Hours_and_days_to_skip_are_skipped()
    {
        var hours = Schedule().After(Feed, FeedState.New(Feed) with { Wishes = new() { SkipHours = [5, 6, 7] } }, null, Now);
        Assert.Equal(DateTimeOffset.Parse("2026-03-04T08:00:00Z", CultureInfo.InvariantCulture), hours.At);
        var days = Schedule().After(Feed, FeedState.New(Feed) with { Wishes = new() { SkipDays = [DayOfWeek.Wednesday] } }, null, Now);
        Assert.Equal(DateTimeOffset.Parse("2026-03-05T00:00:00Z", CultureInfo.InvariantCulture), days.At);
        var always = Wait(FeedState.New(Feed) with { Wishes = new() { SkipHours = [.. Enumerable.Range(0, 24)] } });
        AssertAbout(options.DefaultInterval, always);
    }

    [Fact]
    public void Failures_double_the_delay_up_to_a_bound_and_chance_spreads_it()
    {
        var failure = new FeedVisit.Failed("HTTP 500", null);
        for (var failures = 1; failures < 40; failures++)
        {
            var full = TimeSpan.FromMinutes(Math.Min(10 * Math.Pow(2, failures - 1), 24 * 60));
            Assert.InRange(Schedule().AfterFailure(failures, failure, Now).At - Now, full / 2, full);
        }
        Assert.Equal(Schedule(7).AfterFailure(3, failure, Now), Schedule(7).AfterFailure(3, failure, Now));
        Assert.NotEqual(Schedule(7).AfterFailure(3, failure, Now), Schedule(8).AfterFailure(3, failure, Now));
    }

    [Fact]
    public void Retry_After_is_obeyed_within_bounds()
    {
        AssertAbout(TimeSpan.FromHours(2), Schedule().AfterFailure(1, new("HTTP 503", TimeSpan.FromHours(2)), Now).At - Now);
        AssertAbout(options.MaxBackoff, Schedule().AfterFailure(1, new("HTTP 429", TimeSpan.FromDays(400)), Now).At - Now);
    }

    [Theory]
    [InlineData("cache-control: max-age=600", 600)]
    [InlineData("cache-control: public, max-age=600|age: 100", 500)]
    [InlineData("cache-control: no-cache, max-age=600", null)]
    [InlineData("cache-control: max-age=0|expires: Wed, 04 Mar 2026 06:06:07 GMT", null)]
    [InlineData("expires: Wed, 04 Mar 2026 06:06:07 GMT", 3600)]
    [InlineData("expires: Wed, 04 Mar 2026 06:06:07 GMT|date: Wed, 04 Mar 2026 06:00:07 GMT", 360)]
    [InlineData("expires: 0", null)]
    [InlineData("", null)]
    public void Freshness_is_read_as_caches_read_it(string headers, int? seconds)
    {
        var read = headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        Assert.Equal(seconds is { } expected ? TimeSpan.FromSeconds(expected) : null, Freshness.Of(read, Now));
    }
}
