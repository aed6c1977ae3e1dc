using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Tests.PollFeeds.Parsing;

public sealed class FeedEntryTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_future_publication_date_gives_way_to_a_trusted_update()
    {
        var entry = new FeedEntry
        {
            Published = Monday.AddYears(50),
            PublishedMarks = FeedDateMarks.Future,
            Updated = Monday,
            UpdatedMarks = FeedDateMarks.ZoneAssumed,
        };
        Assert.Equal(Monday, entry.TrustedDate);
    }

    [Fact]
    public void Absurd_dates_alone_leave_an_entry_undated()
        => Assert.Null(new FeedEntry { Published = Monday, PublishedMarks = FeedDateMarks.Absurd }.TrustedDate);
}
