using Microsoft.Extensions.Time.Testing;
using NewsWatch.Review;

namespace NewsWatch.Tests.Review;

public sealed class JournalDigestTests
{
    [Fact]
    public async Task Found_is_the_sum_of_the_states_and_the_last_outcome_counts_however_often_it_is_read()
    {
        await using var site = await TestSite.StartAsync();
        var journal = site.Get<Journal>();
        var time = new FakeTimeProvider(TestSite.Now);
        using var digest = new JournalDigest(journal, time);
        await AddAsync(JournalKind.Found, "a", -9);
        await AddAsync(JournalKind.Found, "b", -9);
        await AddAsync(JournalKind.Outcome, "a", -8, ArticleState.Flagged);
        await AddAsync(JournalKind.Decision, "a", -3);
        Assert.Equal((2, 1, 1), Of(await digest.ReadAsync(default)));

        await AddAsync(JournalKind.Outcome, "b", 0, ArticleState.NotFlagged);
        await AddAsync(JournalKind.Outcome, "a", 0, ArticleState.NotFlagged);
        await AddAsync(JournalKind.Found, "a", 0);
        Assert.Equal((2, 0, 0), Of(await digest.ReadAsync(default)));
        time.Advance(TimeSpan.FromDays(5));
        Assert.Equal((2, 0, 0), Of(await digest.ReadAsync(default)));
        Assert.Equal(2, (await digest.ReadAsync(default)).Counts.ByState[ArticleState.NotFlagged]);
        Assert.Equal(["a"], (await digest.ReadAsync(default)).Decided.Keys);

        Task AddAsync(JournalKind kind, string article, int days, ArticleState state = default) => journal.AppendAsync(
            new(kind, TestSite.Now.AddDays(days), article, "", new("https://a.example/")) { State = state }, default);

        static (int Found, int Flagged, int Pending) Of(Digest digest)
            => (digest.Counts.Found, digest.Counts.ByState[ArticleState.Flagged], digest.Counts.ByState[ArticleState.Pending]);
    }
}
