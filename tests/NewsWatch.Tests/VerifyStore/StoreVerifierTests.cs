using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.VerifyStore;

namespace NewsWatch.Tests.VerifyStore;

public sealed class StoreVerifierTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-04T05:06:07Z", CultureInfo.InvariantCulture);

    private readonly MemoryBlobs blobs = new(new Crashes());
    private readonly SentMessages queues = new(new Crashes());
    private readonly ServiceProvider services;

    public StoreVerifierTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IBlobs>(blobs)
        .AddSingleton<IQueues>(queues)
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddNewsWatch(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Where_all_is_right_it_finds_nothing()
    {
        await StoreAsync("a", ArticleState.NotFlagged, ArticleState.NotFlagged);
        Assert.Empty(await VerifyAsync(repair: false));
    }

    [Fact]
    public async Task An_article_that_is_not_counted_is_named_and_counted_by_a_repair()
    {
        await StoreAsync("a", ArticleState.Flagged, told: null);
        Assert.Equal(
            ["article a is stored and not counted as found", "article a is flagged and counted as pending"],
            (await VerifyAsync(repair: false)).Select(fault => $"{fault.Record} {fault.What}"));
        Assert.All(await VerifyAsync(repair: true), fault => Assert.True(fault.IsRepaired));
        Assert.Empty(await VerifyAsync(repair: false));
        var counts = await ArticleCounts.ReadAsync(services.GetRequiredService<Journal>(), null, default);
        Assert.Equal((1, 1), (counts.Found, counts.ByState[ArticleState.Flagged]));
    }

    [Fact]
    public async Task An_article_under_way_that_no_message_is_left_for_is_sent_again()
    {
        await StoreAsync("a", ArticleState.Pending, ArticleState.Pending);
        Assert.Equal("is under way with no message left in any queue", Assert.Single(await VerifyAsync(repair: true)).What);
        Assert.Equal(Pipeline.ExtractArticle, Assert.Single(queues.All).Queue);
        Assert.Empty(await VerifyAsync(repair: false));
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_damaged_are_named_and_left()
    {
        await StoreAsync("a", ArticleState.Duplicate, ArticleState.Duplicate, article => article with { DuplicateOf = "gone", FiledUnder = ["acsa-it-jp"] });
        await TellAsync("lost", ArticleState.Flagged);
        await blobs.WriteAsync("articles/torn.json", "{"u8.ToArray(), WriteCondition.Always, default);
        var faults = await VerifyAsync(repair: true);
        Assert.Equal(
            ["article a repeats article gone, which is not stored", "article a is filed under acsa-it-jp, which is not in the ledger", "article lost is counted as found and not stored"],
            faults.SkipLast(1).Select(fault => $"{fault.Record} {fault.What}"));
        Assert.Equal("articles/torn.json", faults[^1].Record);
        Assert.All(faults, fault => Assert.False(fault.IsRepaired));
    }

    private async Task<IReadOnlyList<StoreFault>> VerifyAsync(bool repair)
        => await services.GetRequiredService<StoreVerifier>().VerifyAsync(repair, (_, _) => { }, default).ToListAsync();

    private async Task StoreAsync(string id, ArticleState state, ArticleState? told, Func<Article, Article>? change = null)
    {
        var article = new Article
        {
            Id = id,
            Address = new($"https://wire.example/{id}"),
            FoundAt = Now,
            State = state,
            Mentions = [new("feed", "Wire", new($"https://wire.example/{id}"), "A pact", "", Now, "print")],
        };
        await services.GetRequiredService<ArticleStore>().CreateAsync(change?.Invoke(article) ?? article, default);
        if (told is { } counted)
            await TellAsync(id, counted);
    }

    private async Task TellAsync(string id, ArticleState state)
    {
        var journal = services.GetRequiredService<Journal>();
        var address = new Uri($"https://wire.example/{id}");
        await journal.AppendAsync(new(JournalKind.Found, Now, id, "A pact", address), default);
        if (state != ArticleState.Pending)
            await journal.AppendAsync(new(JournalKind.Outcome, Now, id, "A pact", address) { State = state }, default);
    }
}
