using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ExtractArticle;
using NewsWatch.Fetching;
using NewsWatch.NotifyOperator;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Functions.Tests;

public sealed class QueueFunctionTests
{
    [Fact]
    public async Task An_extracted_article_is_classified_and_passed_on()
    {
        await using var app = new TestApp();
        var article = await StoreAsync(app, SampleArticles.Read());
        await app.Get<IQueues>().SendJsonAsync(
            Pipeline.ClassifyArticle, new ArticleExtracted(article.Id, article.Content!.Hash), NewsWatchJson.Default.ArticleExtracted, default);

        Assert.Empty(await app.DeliverAsync("ClassifyArticle"));

        var after = await app.Get<ArticleStore>().ReadAsync(article.Id, default);
        Assert.Equal(ArticleState.Flagged, after!.State);
        Assert.Equal(1, await app.Get<IQueues>().CountAsync(Pipeline.TrackAgreement, default));
        Assert.Equal(0, await app.Get<IQueues>().CountAsync(Pipeline.ClassifyArticle, default));
    }

    [Fact]
    public async Task A_classified_article_is_filed_and_its_news_is_sent_once()
    {
        await using var app = new TestApp();
        var article = await StoreAsync(app, SampleArticles.Read());
        var extracted = new ArticleExtracted(article.Id, article.Content!.Hash);
        for (var time = 1; time <= 2; time++)
        {
            await app.Get<IQueues>().SendJsonAsync(Pipeline.ClassifyArticle, extracted, NewsWatchJson.Default.ArticleExtracted, default);
            Assert.Empty(await app.DeliverAsync("ClassifyArticle"));
            Assert.Empty(await app.DeliverAsync("TrackAgreement"));
            Assert.Empty(await app.DeliverAsync("SendAlerts"));
        }
        var dossier = await app.Get<DossierStore>().ReadAsync("acsa-jp-pt", default);
        Assert.Equal(AgreementStage.Signed, Assert.Single(dossier!.Developments).Development.Stage);
        Assert.Single(await app.Get<OutgoingStore>().ReadAsync(null, default));
    }

    [Fact]
    public async Task The_operator_is_told_of_a_feed_in_trouble()
    {
        await using var app = new TestApp();
        var change = new FeedHealthChanged(
            "c1", "f1", "Harbour wire", new("https://news.example/feed"), FeedHealth.Ok, FeedHealth.Failing, SampleArticles.When, "HTTP 500");
        await app.Get<IQueues>().SendJsonAsync(Pipeline.NotifyOperator, change, NewsWatchJson.Default.FeedHealthChanged, default);
        Assert.Empty(await app.DeliverAsync("NotifyOperator"));
        Assert.Equal(0, await app.Get<IQueues>().CountAsync(Pipeline.NotifyOperator, default));
    }

    [Fact]
    public async Task The_timer_sends_what_waited()
    {
        await using var app = new TestApp();
        await new SendDigests(app.Get<NoticeRound>()).RunAsync(new(), default);
        Assert.Equal(0, await app.Get<IQueues>().CountAsync(Pipeline.SendAlerts, default));
    }

    [Fact]
    public async Task The_timer_polls_the_watch_list()
    {
        await using var app = new TestApp(services => services.AddSingleton<IFetcher, FetcherWithoutNetwork>());
        const string List = """
            <opml version="2.0"><head><title>Ours</title></head><body>
              <outline type="rss" text="Harbour wire" xmlUrl="https://news.example/harbour.xml" />
            </body></opml>
            """;
        await app.Get<IBlobs>().WriteAsync("feeds.opml", Encoding.UTF8.GetBytes(List), WriteCondition.Always, default);

        await new PollFeeds(app.Get<FeedPoller>(), app.Get<PollWatch>(), app.Get<NoticeRound>()).RunAsync(new(), default);

        await foreach (var (feed, state) in app.Get<FeedStates>().ListAsync(default))
            Assert.Equal(("Harbour wire", FeedHealth.Failing), (feed.Title, state.Health));
    }

    [Fact]
    public async Task A_stage_that_fails_to_the_last_delivery_gives_up_and_its_message_is_poison()
    {
        await using var app = new TestApp(services => services.AddSingleton<IFetcher, FetcherWithoutNetwork>());
        var article = await StoreAsync(app, SampleArticles.Found());
        await app.Get<IQueues>().SendJsonAsync(
            Pipeline.ExtractArticle, new ArticleFound(article.Id, article.Mentions[0].Fingerprint), NewsWatchJson.Default.ArticleFound, default);

        for (var delivery = 1; delivery < Pipeline.MaxDeliveries; delivery++)
        {
            Assert.Single(await app.DeliverAsync("ExtractArticle"));
            Assert.Equal(ArticleState.Pending, (await app.Get<ArticleStore>().ReadAsync(article.Id, default))!.State);
        }
        Assert.Single(await app.DeliverAsync("ExtractArticle"));

        Assert.Equal(ArticleState.Failed, (await app.Get<ArticleStore>().ReadAsync(article.Id, default))!.State);
        Assert.Equal(1, await app.Get<IQueues>().CountAsync(Pipeline.Poison(Pipeline.ExtractArticle), default));
        Assert.Equal(0, await app.Get<IQueues>().CountAsync(Pipeline.ExtractArticle, default));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4L, 4)]
    [InlineData("5", 5)]
    [InlineData(null, 1)]
    public void The_count_of_deliveries_is_read_however_the_host_binds_it(object? bound, int expected)
        => Assert.Equal(expected, DeliveryCount.Of(new DeliveryContext(bound)));

    [Fact]
    public async Task A_message_that_lacks_a_member_is_refused_before_it_reaches_a_stage()
    {
        await using var app = new TestApp();
        await app.Get<IQueues>().SendAsync(Pipeline.ClassifyArticle, """{"article":"a"}""", TimeSpan.Zero, default);
        var failure = Assert.Single(await app.DeliverAsync("ClassifyArticle"));
        Assert.IsType<System.Text.Json.JsonException>(failure);
    }

    private static async Task<Article> StoreAsync(TestApp app, Article article)
    {
        await app.Get<ArticleStore>().CreateAsync(article, default);
        return article;
    }
}
