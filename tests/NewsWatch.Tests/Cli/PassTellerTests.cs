using NewsWatch.Cli.Hosting;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Tests.Cli;

public sealed class PassTellerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 5, TimeSpan.Zero);

    [Fact]
    public void A_pass_tells_the_commonest_reason_of_what_failed()
        => Assert.Equal(
            "12:00:05  4 feeds polled, 3 failed (2 times HTTP 403), 5 new entries, 2 flagged",
            PassTeller.Line(Of(Failed("HTTP 403"), Failed("no such host"), Failed("HTTP 403"), Read(5)), 2, Noon));

    [Fact]
    public void Where_all_fail_alike_the_reason_is_told_once()
        => Assert.Equal(
            "12:00:05  1 feed polled, 1 failed (HTTP 500), 0 new entries, 0 flagged", PassTeller.Line(Of(Failed("HTTP 500")), 0, Noon));

    [Fact]
    public void A_pass_without_failures_tells_none()
        => Assert.Equal("12:00:05  1 feed polled, 1 new entry, 0 flagged", PassTeller.Line(Of(Read(1)), 0, Noon));

    private static PollSummary Of(params FeedPoll[] polls) => new(polls.Length, 0, 0, 0, 0, polls);

    private static FeedPoll Failed(string why) => new(Feed, PollResult.Failed, FeedHealth.Failing, why, new());

    private static FeedPoll Read(int entries) => new(Feed, PollResult.Read, FeedHealth.Ok, null, new(New: entries));

    private static WatchedFeed Feed => new("Press", new("https://press.example/rss"));
}
