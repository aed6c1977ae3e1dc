using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Review.Health;
using NewsWatch.Review.Search;
using NewsWatch.Storage;

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

    [Fact]
    public async Task Counting_alone_reads_no_article_and_of_the_journal_only_what_is_new()
    {
        using var folder = new TemporaryFolder();
        await using var site = await TestSite.StartAsync(("NewsWatch:Review:IndexFolder", folder.Path));
        await site.AddAsync(SampleArticles.Flagged());
        await using var store = Counting(folder, site.Get<IBlobs>(), out var counts);
        Assert.Equal(1, (await store.GetRequiredService<EntryCounts>().ReadAllAsync(default)).ByState[ArticleState.Flagged]);
        Assert.DoesNotContain(counts.Names, name => name.StartsWith("articles/", StringComparison.Ordinal));

        counts.Bytes = 0;
        await site.AddAsync(SampleArticles.Unclassified("other", "Regatta", "They rowed."));
        var line = (await site.Get<Journal>().ReadAsync(null, default).ToListAsync())[^1];
        Assert.Equal(2, (await store.GetRequiredService<EntryCounts>().ReadAllAsync(default)).Found);
        Assert.Equal(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(line, NewsWatchJson.Default.JournalEntry).Length + 1, counts.Bytes);
        // The lists still read what only the counts have seen.
        Assert.Contains("Regatta", (await site.GetAsync("/?tab=all")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_line_is_told_of_by_every_process_that_counts()
    {
        using var folder = new TemporaryFolder();
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        await site.Get<IBlobs>().AppendLineAsync("journal/2026/03/10.jsonl", "{", default);
        for (var process = 0; process < 2; process++)
        {
            await using var store = Counting(folder, site.Get<IBlobs>(), out _);
            Assert.Equal(1, (await store.GetRequiredService<EntryCounts>().ReadAllAsync(default)).Found);
            Assert.StartsWith("journal/2026/03/10.jsonl at byte", Assert.Single(store.GetRequiredService<DamagedRecords>().All).Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_the_index_cannot_be_written_the_journal_is_counted()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("a file"), "");
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        await using var store = Counting(folder, site.Get<IBlobs>(), out _, "a file");
        Assert.Equal(1, (await store.GetRequiredService<EntryCounts>().ReadAllAsync(default)).Found);
    }

    private static ServiceProvider Counting(TemporaryFolder folder, IBlobs blobs, out SeenBlobs seen, string index = "") => new ServiceCollection()
        .AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(TestSite.Now)).AddSingleton<IBlobs>(seen = new(blobs))
        .AddNewsWatch(new ConfigurationBuilder().Build()).AddArticleLookup(folder.Combine(index)).BuildServiceProvider();

    /// <summary>Blobs that note what is read of them.</summary>
    private sealed class SeenBlobs(IBlobs inner) : IBlobs
    {
        public List<string> Names { get; } = [];

        public long Bytes { get; set; }

        public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
        {
            Names.Add(name);
            return inner.ReadAsync(name, cancellation);
        }

        public async Task<ReadOnlyMemory<byte>?> ReadFromAsync(string name, long start, CancellationToken cancellation)
        {
            Names.Add(name);
            var tail = await inner.ReadFromAsync(name, start, cancellation);
            Bytes += tail?.Length ?? 0;
            return tail;
        }

        public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
            => inner.WriteAsync(name, content, condition, cancellation);

        public Task AppendLineAsync(string name, string line, CancellationToken cancellation) => inner.AppendLineAsync(name, line, cancellation);

        public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation) => inner.ListAsync(prefix, cancellation);

        public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => inner.DeleteAsync(name, cancellation);
    }
}
