using Microsoft.Extensions.Time.Testing;
using NewsWatch.Review.Articles;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Review;

public sealed class JournalMemoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly CountingBlobs blobs = new();
    private readonly Journal journal;
    private readonly JournalMemory memory;

    public JournalMemoryTests()
    {
        journal = new(blobs);
        memory = new(journal, new FakeTimeProvider(Now));
    }

    [Fact]
    public async Task Days_that_are_over_are_read_once()
    {
        for (var day = 0; day < 5; day++)
            await AppendAsync($"a{day}", Now.AddDays(-day));
        Assert.Equal(["a4", "a3", "a2", "a1", "a0"], await ReadAsync());
        Assert.Equal(5, blobs.Reads.Count);

        blobs.Reads.Clear();
        await AppendAsync("b0", Now);
        await AppendAsync("b1", Now.AddDays(-1));
        Assert.Equal(["a4", "a3", "a2", "a1", "b1", "a0", "b0"], await ReadAsync());
        Assert.Equal(["journal/2026/03/09.jsonl", "journal/2026/03/10.jsonl"], blobs.Reads.Order());
    }

    [Fact]
    public async Task Only_the_days_asked_for_are_read()
    {
        for (var day = 0; day < 5; day++)
            await AppendAsync($"a{day}", Now.AddDays(-day));
        Assert.Equal(["a1", "a0"], await ReadAsync(days: 1));
        Assert.Equal(2, blobs.Reads.Count);
    }

    private async Task<IReadOnlyList<string>> ReadAsync(int days = 90)
        => [.. (await memory.ReadAsync(Now.AddDays(-days), default)).Select(entry => entry.Article)];

    private Task AppendAsync(string article, DateTimeOffset at)
        => journal.AppendAsync(new(JournalKind.Outcome, at, article, "Title", new("https://news.example/")), default);

    private sealed class CountingBlobs : IBlobs
    {
        private readonly MemoryBlobs blobs = new(new Crashes());

        public System.Collections.Concurrent.ConcurrentBag<string> Reads { get; } = [];

        public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
        {
            Reads.Add(name);
            return blobs.ReadAsync(name, cancellation);
        }

        public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
            => blobs.WriteAsync(name, content, condition, cancellation);

        public Task AppendLineAsync(string name, string line, CancellationToken cancellation) => blobs.AppendLineAsync(name, line, cancellation);

        public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation) => blobs.ListAsync(prefix, cancellation);

        public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => blobs.DeleteAsync(name, cancellation);
    }
}
