using CsCheck;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.PollFeeds.Intake;

/// <summary>That every entry of a feed is counted once, whatever the feed shows from poll to poll; a failure prints its seed.</summary>
public sealed class EntryCountsPropertyTests
{
    private static readonly Gen<(string Link, string Title, DateTimeOffset? Date)> Item = Gen.Select(
        Gen.OneOf("", "/a", "/b", "/c", "/a?utm_source=x", "/", "https://other.example/1", "#", "https://wire.example/b/amp", "http://xn--a.example/"),
        Gen.OneOf("", "Ministers sign a pact", "Talks go on", "Talks go on in 2026", "The pact is in force"),
        Gen.Int[0, 3],
        (link, title, day) => (link, title, day == 0 ? (DateTimeOffset?)null : new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero)));

    private static readonly Gen<EntryCounts> Counts = Gen.Int[0, 1_000].Array[6].Select(n => new EntryCounts(n[0], n[1], n[2], n[3], n[4], n[5]));

    [Fact]
    public async Task Entries_found_are_those_of_the_feed_and_articles_announced_those_found_new()
        => await Gen.Select(Item.Array[1, 12].Array[1, 4], Gen.Int[1, 8]).SampleAsync(
            async (polls, most) =>
            {
                using var bench = new PollBench(("MaxEntries", $"{most}"));
                await bench.WatchAsync(PollBench.Address);
                var announced = 0;
                foreach (var items in polls)
                {
                    bench.Web.Serve(PollBench.Address, PollBench.Rss(items));
                    bench.Clock.Advance(TimeSpan.FromDays(2));
                    var counts = (await bench.PollAsync()).Entries;
                    Assert.True(counts.Found == 0 || counts.Found == items.Length, $"{counts} of {items.Length}");
                    Assert.Equal(Math.Max(0, counts.Found == 0 ? 0 : items.Length - most), counts.BeyondBound);
                    announced += counts.New;
                }
                Assert.Equal(announced, bench.Found.Select(found => found.Article).Distinct().Count());
                var status = await ArticleCounts.ReadAsync(bench.Get<Journal>(), null, default);
                Assert.Equal((announced, announced), (status.Found, status.ByState[ArticleState.Pending]));
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void Counts_of_many_feeds_add_up_in_any_order()
        => Gen.Select(Counts, Counts, Counts).Sample(
            (one, other, third) =>
            {
                Assert.Equal(one.Found + other.Found + third.Found, (one + other + third).Found);
                Assert.Equal(one + (other + third), third + other + one);
            });
}
