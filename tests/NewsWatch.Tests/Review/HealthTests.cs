using NewsWatch.Review.Health;

namespace NewsWatch.Tests.Review;

public sealed class HealthTests
{
    [Fact]
    public async Task Found_is_the_sum_of_the_states_the_last_outcome_counts_and_the_journal_says_the_same()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(JournalKind.Found, "a", -9);
        await AddAsync(JournalKind.Found, "b", -9);
        await AddAsync(JournalKind.Outcome, "a", -8, ArticleState.Flagged);
        await AddAsync(JournalKind.Decision, "a", -3);
        await AgreesAsync(found: 2, flagged: 1, pending: 1);

        await AddAsync(JournalKind.Outcome, "b", 0, ArticleState.NotFlagged);
        await AddAsync(JournalKind.Outcome, "a", 0, ArticleState.NotFlagged);
        await AddAsync(JournalKind.Found, "a", 0);
        await AgreesAsync(found: 2, flagged: 0, pending: 0);
        await using var other = await site.StartBesideAsync();
        Assert.Equal(2, (await other.Get<EntryCounts>().ReadAsync(default)).Counts.ByState[ArticleState.NotFlagged]);

        Task AddAsync(JournalKind kind, string article, int days, ArticleState state = default) => site.Get<Journal>().AppendAsync(
            new(kind, TestSite.Now.AddDays(days), article, "", new("https://a.example/")) { State = state }, default);

        async Task AgreesAsync(int found, int flagged, int pending)
        {
            var counts = (await site.Get<EntryCounts>().ReadAsync(default)).Counts;
            Assert.Equal((found, flagged, pending), (counts.Found, counts.ByState[ArticleState.Flagged], counts.ByState[ArticleState.Pending]));
            Assert.Equal((await ArticleCounts.ReadAsync(site.Get<Journal>(), null, default)).ByState, counts.ByState);
        }
    }
}
