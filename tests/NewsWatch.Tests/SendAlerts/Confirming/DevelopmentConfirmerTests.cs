using Microsoft.AspNetCore.Http;
using NewsWatch.ClassifyArticle;
using NewsWatch.DecideArticle;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.Tests.ClassifyArticle.SecondReader;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.Notices;
using NewsWatch.Tests.TrackAgreement;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Tests.SendAlerts.Confirming;

public sealed class DevelopmentConfirmerTests
{
    private const string Yes = """
        {"agreement": true, "type": "acsa", "parties": ["FR", "JP"], "stage": "signed", "quotes": ["They signed the pact on Tuesday."]}
        """;

    private const string No = """{"agreement": false, "quotes": ["The ministers met in the capital."]}""";

    private const string Negotiating = """
        {"agreement": true, "type": "acsa", "parties": ["FR", "JP"], "stage": "negotiating", "quotes": ["The ministers met in the capital."]}
        """;

    [Fact]
    public async Task What_the_reader_finds_is_told_with_its_word()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);

        Assert.Equal(DeliveryState.Sent, bench.State(development, "desk"));
        Assert.Equal(CheckState.Confirmed, Assert.Single(await FeedAsync(bench)).Check!.State);
        Assert.Contains("confirmed by second-reader:tiny", Assert.Single(hook.Posts).Json.ToJsonString(), StringComparison.Ordinal);
        Assert.False((await ArticleAsync(bench, development)).IsBorderline);
    }

    [Theory]
    [InlineData("none", No)]
    [InlineData("another stage", Negotiating)]
    public async Task What_the_reader_does_not_find_is_held_listed_and_up_for_review(string what, string answer)
    {
        await using var server = await ChatServer.SayingAsync(answer);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        await RoundAsync(bench);

        Assert.True(hook.Posts.IsEmpty, what);
        Assert.Empty(await FeedAsync(bench));
        Assert.Equal(development.Id, Assert.Single(await bench.Get<DoubtedStore>().ReadAsync(default)).Id);
        Assert.Equal(development.Id, Assert.Single(await bench.Get<DevelopmentList>().ReadAsync(null, default)).Id);
        var article = await ArticleAsync(bench, development);
        Assert.True(article.IsBorderline);
        var doubt = Assert.Single(article.Doubts);
        Assert.Equal((development.Id, "second-reader:tiny"), (doubt.Development, doubt.Reading.Reader));
        var line = await bench.Get<Journal>().ReadAsync(null, default).LastAsync();
        Assert.Equal((article.Id, ArticleState.Flagged, true), (line.Article, line.State, line.Borderline));
    }

    [Fact]
    public async Task What_was_held_is_told_once_when_an_analyst_confirms_it()
    {
        await using var server = await ChatServer.SayingAsync(No);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        await Decider(bench).ConfirmAsync(development.Article, "Ines", null, default);
        await FileAsync(bench, development);
        await RoundAsync(bench);
        await RoundAsync(bench);
        await bench.TellAsync(development);

        Assert.Equal(DeliveryState.Sent, bench.State(development, "desk"));
        var told = Assert.Single(hook.Posts).Json.ToJsonString();
        Assert.Contains("doubted by second-reader:tiny, told on an analyst", told, StringComparison.Ordinal);
        Assert.Single(await FeedAsync(bench));
        Assert.Empty(await bench.Get<DoubtedStore>().ReadAsync(default));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task The_confirmation_of_another_article_that_tells_it_counts_as_well()
    {
        await using var server = await ChatServer.SayingAsync(No);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        var other = Told.On("2017-01-08", "paper", Told.Acsa(AgreementStage.Signed));
        await bench.Get<ArticleStore>().CreateAsync(other, default);
        await Decider(bench).ConfirmAsync(other.Id, "Ines", null, default);
        await bench.Get<IStage<ArticleFlagged>>().HandleAsync(new(other.Id, "r"), default);
        await RoundAsync(bench);
        Assert.Equal(DeliveryState.Sent, bench.State(development, "desk"));
    }

    [Fact]
    public async Task What_was_held_and_is_dismissed_is_never_told_nor_corrected()
    {
        await using var server = await ChatServer.SayingAsync(No);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        await bench.TellAsync(development);
        bench.Skip();
        await Decider(bench).DismissAsync(development.Article, "Ines", "a rehearsal", default);
        await FileAsync(bench, development);
        await bench.DrainAsync();
        await RoundAsync(bench);

        Assert.Empty(hook.Posts);
        Assert.Empty(await bench.Get<DoubtedStore>().ReadAsync(default));
        Assert.Contains(await bench.Get<DevelopmentList>().ReadAsync(null, default), one => one.Corrects == development.Id);
    }

    [Fact]
    public async Task An_analysts_word_goes_before_the_readers()
    {
        await using var server = await ChatServer.SayingAsync(No);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        await Decider(bench).ConfirmAsync(development.Article, "Ines", null, default);
        await FileAsync(bench, development);
        await bench.TellAsync(development);
        Assert.Equal(DeliveryState.Sent, bench.State(development, "desk"));
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData(200, """{"agreement": false, "quotes": ["The ministers never met."]}""", "unchecked: a quote is not in the article")]
    [InlineData(200, "I would rather not say.", "unchecked: the answer is not the JSON that was asked for")]
    [InlineData(500, "", "unchecked: HTTP 500")]
    public async Task Where_the_reader_fails_it_is_told_as_unchecked(int status, string answer, string marked)
    {
        await using var server = await ChatServer.AnsweringAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(ChatServer.Completion(answer));
        });
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        await bench.TellAsync(await bench.NoticeAsync());
        Assert.Contains(marked, Assert.Single(hook.Posts).Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await bench.Get<DoubtedStore>().ReadAsync(default));
    }

    [Fact]
    public async Task What_is_over_the_budget_is_told_as_unchecked()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook, ("MostCallsADay", "1"));
        await bench.TellAsync(await bench.NoticeAsync());
        await bench.TellAsync(await bench.NoticeAsync(Told.Acsa(AgreementStage.Signed, null, false, "AU", "DE")));
        Assert.Single(server.Asked);
        Assert.Equal(2, hook.Posts.Count);
        var second = hook.Posts.ElementAt(1).Json.ToJsonString();
        Assert.Contains("unchecked: the 1 calls of the day are used up", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_is_silent_holds_nothing_up_for_longer_than_its_time()
    {
        await using var server = await ChatServer.AnsweringAsync(
            context => Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, context.RequestAborted));
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook, ("Timeout", "00:00:05"));
        var telling = bench.TellAsync(await bench.NoticeAsync());
        while (server.Asked.IsEmpty)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, default);
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        await telling;
        Assert.Contains("unchecked: no answer within 5 s", Assert.Single(hook.Posts).Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_not_asked_for_nobody_is_asked_and_nothing_is_marked()
    {
        await using var server = await ChatServer.SayingAsync(No);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook, ("ConfirmDevelopments", "false"));
        await bench.TellAsync(await bench.NoticeAsync());
        Assert.Empty(server.Asked);
        Assert.DoesNotContain("Second reader", Assert.Single(hook.Posts).Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await FeedAsync(bench)).Check);
        Assert.DoesNotContain(bench.Blobs.Names, name => name.StartsWith("alerts/checks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_some_were_told_before_the_reader_was_set_up_is_told_to_the_rest()
    {
        await using var server = await ChatServer.SayingAsync(No);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        var begun = new NoticeRecord(new(development.Id, development.At, NoticeTopic.Developments, "told", []), []);
        await bench.Get<NoticeSender>().UpdateAsync(AlertSender.Record(development.Id), _ => begun, default);
        await bench.TellAsync(development);
        Assert.Single(hook.Posts);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_worker_killed_at_any_write_still_holds_what_is_doubted_for_an_analyst(int step)
    {
        await using var server = await ChatServer.SayingAsync(No);
        await using var hook = await LoopbackHook.StartAsync();
        using var bench = Bench(server, hook);
        var development = await bench.NoticeAsync();
        bench.Crashes.Restart(step);
        await Assert.ThrowsAsync<CrashException>(() => bench.TellAsync(development));
        bench.Crashes.Restart(0);
        await bench.TellAsync(development);
        await bench.TellAsync(development);

        Assert.Empty(hook.Posts);
        Assert.Single(await bench.Get<DoubtedStore>().ReadAsync(default));
        Assert.Single((await ArticleAsync(bench, development)).Doubts);
        Assert.True((await bench.Get<Journal>().ReadAsync(null, default).LastAsync()).Borderline);
        Assert.InRange(server.Asked.Count, 1, 2);
    }

    private static AlertsBench Bench(ChatServer server, LoopbackHook hook, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] all =
            [("ConfirmDevelopments", "true"), ("Endpoint", server.Endpoint), ("Model", "tiny"), ("Retries", "0"), .. settings];
        return new(
        [
            .. AlertsBench.Slack("desk", hook),
            .. all.GroupBy(setting => setting.Key).Select(same => ($"NewsWatch:ClassifyArticle:SecondReader:{same.Key}", same.Last().Value)),
        ]);
    }

    private static ArticleDecider Decider(AlertsBench bench)
        => new(bench.Get<ArticleStore>(), bench.Get<Journal>(), bench.Sent, bench.Time);

    private static Task FileAsync(AlertsBench bench, Development development)
        => bench.Get<IStage<ArticleFlagged>>().HandleAsync(new(development.Article, "r"), default);

    private static async Task RoundAsync(AlertsBench bench)
    {
        bench.Skip();
        await bench.Get<NoticeRound>().GoAsync(passIsDone: false, watchesPolls: false, default);
        await bench.DrainAsync();
    }

    private static async Task<Article> ArticleAsync(AlertsBench bench, Development development)
        => (await bench.Get<ArticleStore>().ReadAsync(development.Article, default))!;

    private static Task<IReadOnlyList<Alert>> FeedAsync(AlertsBench bench) => bench.Get<OutgoingStore>().ReadAsync(null, default);
}
