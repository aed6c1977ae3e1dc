using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.CompactStore;
using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.CompactStore;

public sealed class StoreCompactorTests : IDisposable
{
    private readonly ExtractArticleBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Signatures_are_kept_as_long_as_any_setting_may_look_back()
    {
        var index = bench.Get<StoryIndex>();
        await index.AppendAsync(new("a1", "news.example", "hash", "signature"), default);
        bench.Clock.Advance(TimeSpan.FromDays(ExtractArticleOptions.MaxStoryDays + 1));
        Assert.Equal(0, (await index.CompactAsync(Today, default)).Removed);
        await index.AppendAsync(new("a2", "news.example", "hash", "signature"), default);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new("story-index/", 1, 0), await index.CompactAsync(Today, default));
        Assert.Equal(["story-index/2026/05/04.jsonl"], bench.Blobs.Names);
    }

    [Fact]
    public async Task All_that_ages_is_compacted_by_the_day_in_UTC_and_each_told()
    {
        var asked = new List<DateOnly>();
        IOldDays[] old = [new Asked("pages/", asked), new Asked("journal/", asked)];
        var clock = new FakeTimeProvider(new(2026, 3, 4, 23, 30, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(9), "east", "east"));
        var done = await new StoreCompactor(old, clock, NullLogger<StoreCompactor>.Instance).CompactAsync(default);
        Assert.Equal(["pages/", "journal/"], done.Select(one => one.Prefix));
        Assert.Equal([new(2026, 3, 4), new(2026, 3, 4)], asked);
    }

    [Fact]
    public void The_stages_have_three_kinds_of_records_that_age()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IBlobs>(bench.Blobs)
            .AddSingleton<IQueues>(bench.Sent)
            .AddNewsWatch(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())
            .BuildServiceProvider();
        Assert.Equal(
            ["Journal", "PagePacker", "StoryIndex"], services.GetServices<IOldDays>().Select(old => old.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Same(services.GetRequiredService<StoryIndex>(), services.GetServices<IOldDays>().OfType<StoryIndex>().Single());
        Assert.NotNull(services.GetRequiredService<StoreCompactor>());
    }

    private DateOnly Today => DateOnly.FromDateTime(bench.Clock.GetUtcNow().UtcDateTime);

    private sealed class Asked(string prefix, List<DateOnly> days) : IOldDays
    {
        public Task<Compaction> CompactAsync(DateOnly today, CancellationToken cancellation)
        {
            days.Add(today);
            return Task.FromResult(new Compaction(prefix, 0, 0));
        }
    }
}
