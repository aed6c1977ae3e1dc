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

    private Task<int> SweepAsync() => services.GetRequiredService<StoreSweeper>().SweepAsync(default);

    private async Task<Article> FoundAsync(string name, DateTimeOffset at, ArticleState state = ArticleState.Pending)
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
        await services.GetRequiredService<ArticleStore>().CreateAsync(article, default);
        await services.GetRequiredService<Journal>().AppendAsync(new(JournalKind.Found, at, article.Id, "A pact", address), default);
        return article;
    }
}
