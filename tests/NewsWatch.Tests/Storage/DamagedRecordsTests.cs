using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Poison;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.TrackAgreement;
using NewsWatch.VerifyStore;

namespace NewsWatch.Tests.Storage;

/// <summary>One torn blob of each kind in a store: it is named, and nothing else fails by it.</summary>
public sealed class DamagedRecordsTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-04T05:06:07Z", CultureInfo.InvariantCulture);

    private readonly MemoryBlobs blobs = new(new Crashes());
    private readonly ServiceProvider services;

    public DamagedRecordsTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IBlobs>(blobs)
        .AddSingleton<IQueues>(new SentMessages(new Crashes()))
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddNewsWatch(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    private IReadOnlyList<string> Damaged => [.. services.GetRequiredService<DamagedRecords>().All.Select(one => one.Name)];

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task A_line_of_the_journal_is_passed_over()
    {
        var journal = services.GetRequiredService<Journal>();
        await journal.AppendAsync(new(JournalKind.Found, Now, "a", "A pact", new("https://wire.example/a")), default);
        await blobs.AppendLineAsync("journal/2026/03/04.jsonl", "{\"kind\":\"found\",\"at\":\"2026", default);
        await journal.AppendAsync(new(JournalKind.Found, Now, "b", "A treaty", new("https://wire.example/b")), default);
        Assert.Equal(["a", "b"], (await journal.ReadAsync(null, default).ToListAsync()).Select(entry => entry.Article));
        Assert.Equal(2, (await ArticleCounts.ReadAsync(journal, null, default)).Found);
        Assert.StartsWith("journal/2026/03/04.jsonl at byte ", Assert.Single(Damaged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agreements/torn.json")]
    [InlineData("articles/torn.json")]
    [InlineData("alerts/torn.json")]
    [InlineData("pages/a/torn.json")]
    [InlineData("outgoing/developments.json")]
    public async Task A_record_of_many_is_passed_over_by_whoever_lists_them(string name)
    {
        await TearAsync(name);
        Assert.Empty(await services.GetRequiredService<DossierStore>().ListAsync(default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<Rereader>().CompareAsync(null, default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<AlertHistory>().ReadAsync(DateTimeOffset.MinValue, default));
        Assert.Empty(await services.GetRequiredService<PageArchive>().ListAsync(default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<OutgoingStore>().ReadAsync(null, default));
        Assert.Equal([name], Damaged);
    }

    [Theory]
    [InlineData("agreements/.DS_Store")]
    [InlineData("agreements/a")]
    [InlineData("articles/a")]
    [InlineData("articles/0123456789abcdef0123.json~")]
    [InlineData("articles/Copy of 0123456789abcdef0123.json")]
    [InlineData("alerts/thumbs.db")]
    [InlineData("journal/2026/03/04.jsonl.bak")]
    [InlineData("journal/2026/03/.04.jsonl.swp")]
    [InlineData("ledger/.DS_Store")]
    [InlineData("pages/a/.hidden.json")]
    [InlineData("poison/classify-article/.DS_Store")]
    public async Task What_lies_among_the_records_and_is_none_is_named_and_passed_over(string name)
    {
        blobs.Lay(name, "not ours"u8);
        Assert.Empty(await services.GetRequiredService<DossierStore>().ListAsync(default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<DossierStore>().ListIdsAsync(default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<ArticleStore>().ListAsync(default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<Rereader>().CompareAsync(null, default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<AlertHistory>().ReadAsync(DateTimeOffset.MinValue, default));
        Assert.Empty(await services.GetRequiredService<PageArchive>().ListAsync(default).ToListAsync());
        Assert.Empty(await services.GetRequiredService<Journal>().ReadAsync(null, default).ToListAsync());
        Assert.Equal(0, (await services.GetRequiredService<PoisonDesk>().CountAsync(default)).Values.Sum());
        Assert.Equal(name, Assert.Single(await services.GetRequiredService<StoreVerifier>().VerifyAsync(repair: true, (_, _) => { }, default).ToListAsync()).Record);
        Assert.Equal([name], Damaged);
    }

    [Fact]
    public async Task Asked_for_by_itself_it_is_a_failure_that_names_it()
    {
        await TearAsync("articles/torn.json");
        var failure = await Assert.ThrowsAsync<DamagedRecordException>(() => services.GetRequiredService<ArticleStore>().ReadAsync("torn", default));
        Assert.StartsWith("articles/torn.json is damaged: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_made_anew_is_and_the_damaged_bytes_are_kept()
    {
        await TearAsync("outgoing/developments.json");
        await blobs.RenewJsonAsync(
            "outgoing/developments.json", found => found ?? new([]), AlertsJson.Default.OutgoingAlerts, services.GetRequiredService<DamagedRecords>(), default);
        Assert.Equal("""{"alerts":[]}""", Encoding.UTF8.GetString((await blobs.ReadAsync("outgoing/developments.json", default))!.Content.Span));
        Assert.Equal("{\"id\":\"to", Encoding.UTF8.GetString((await blobs.ReadAsync("damaged/outgoing/developments.json", default))!.Content.Span));
    }

    private Task<string?> TearAsync(string name) => blobs.WriteAsync(name, "{\"id\":\"to"u8.ToArray(), WriteCondition.Always, default);
}
