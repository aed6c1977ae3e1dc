using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.VerifyStore;

namespace NewsWatch.Tests.VerifyStore;

public sealed class StoreSweeperTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-04T12:00:00Z", CultureInfo.InvariantCulture);

    private readonly MemoryBlobs blobs = new(new Crashes());
    private readonly SentMessages queues = new(new Crashes());
    private readonly ServiceProvider services;

    public StoreSweeperTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IBlobs>(blobs)
        .AddSingleton<IQueues>(queues)
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddNewsWatch(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    [InlineData(24 * 9, 0)]
    public async Task What_lies_still_for_hours_is_sent_again_and_what_is_days_old_is_left_to_a_person(int hours, int sent)
    {
        await FoundAsync("a", Now.AddHours(-hours));
        Assert.Equal(sent, await SweepAsync());
        Assert.Equal(sent, queues.All.Count(message => message.Queue == Pipeline.ExtractArticle));
    }

    [Fact]
    public async Task What_waits_in_its_queue_is_not_sent_again()
    {
        await FoundAsync("a", Now.AddHours(-3));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task What_has_ended_is_left_alone()
    {
        var article = await FoundAsync("a", Now.AddHours(-3), ArticleState.NotFlagged);
        await services.GetRequiredService<Journal>().AppendAsync(JournalEntry.OfOutcome(article, Now.AddHours(-3)), default);
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task What_has_moved_a_while_ago_is_not_still()
    {
        var article = await FoundAsync("a", Now.AddHours(-3));
        await services.GetRequiredService<Journal>().AppendAsync(new(JournalKind.Found, Now.AddHours(-1), article.Id, "A pact", article.Address), default);
        Assert.Equal(0, await SweepAsync());
    }

    [Fact]
    public async Task What_was_found_again_after_it_had_ended_is_as_it_ended()
    {
        var article = await FoundAsync("a", Now.AddHours(-5), ArticleState.NotFlagged);
        var journal = services.GetRequiredService<Journal>();
        await journal.AppendAsync(JournalEntry.OfOutcome(article, Now.AddHours(-4)), default);
        await journal.AppendAsync(new(JournalKind.Decision, Now.AddHours(-3), article.Id, "A pact", article.Address), default);
        Assert.Equal(0, await SweepAsync());
    }

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 0, 0)]
    public async Task As_many_messages_as_lie_still_may_be_theirs_whichever_of_the_two_queues_has_them(int reading, int classifying, int sent)
    {
        await FoundAsync("a", Now.AddHours(-3));
        await FoundAsync("b", Now.AddHours(-3));
        await QueueAsync(Pipeline.ExtractArticle, reading);
        await QueueAsync(Pipeline.ClassifyArticle, classifying);
        Assert.Equal(sent, await SweepAsync());
    }

    [Theory]
    [InlineData(0, false, 1)]
    [InlineData(1, false, 0)]
    [InlineData(0, true, 0)]
    public async Task A_report_that_is_on_no_page_of_the_ledger_is_sent_to_it_again(int waiting, bool isFiled, int sent)
    {
        var article = await FoundAsync("a", Now.AddHours(-3), ArticleState.Flagged, found => found with
        {
            LedgerPages = isFiled ? ["jp-pt"] : [],
            Content = new() { Hash = "Pact", Title = "A pact", Text = "Japan and Portugal signed it.", ReadAt = Now, Origin = TextOrigin.Page },
            Classification = new(true, 1, [new(AgreementType.Acsa, "the pact", ["JP", "PT"], AgreementStage.Signed, null, [new(0, 5, "signed")])], "rules")
            {
                Revision = "Pact",
            },
        });
        await services.GetRequiredService<Journal>().AppendAsync(JournalEntry.OfOutcome(article, Now.AddHours(-3)), default);
        await QueueAsync(Pipeline.TrackAgreement, waiting);
        Assert.Equal(sent, await SweepAsync());
        Assert.Equal(sent + waiting, queues.All.Count(message => message.Queue == Pipeline.TrackAgreement));
    }

    private async Task QueueAsync(string queue, int messages)
    {
        for (var number = 0; number < messages; number++)
            await queues.SendAsync(queue, "{}", TimeSpan.Zero, default);
    }

    private Task<int> SweepAsync() => services.GetRequiredService<StoreSweeper>().SweepAsync(default);

    private async Task<Article> FoundAsync(string name, DateTimeOffset at, ArticleState state = ArticleState.Pending, Func<Article, Article>? change = null)
    {
        var address = new Uri($"https://wire.example/{name}");
        var article = new Article
        {
            Id = ArticleId.Of(address),
            Address = address,
            FoundAt = at,
            State = state,
            Mentions = [new("feed", "Wire", address, "A pact", "", at, "print")],
        };
        article = change?.Invoke(article) ?? article;
        await services.GetRequiredService<ArticleStore>().CreateAsync(article, default);
        await services.GetRequiredService<Journal>().AppendAsync(new(JournalKind.Found, at, article.Id, "A pact", address), default);
        return article;
    }
}
