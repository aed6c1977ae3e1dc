using System.Text.Json;
using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle;

public sealed class ArticleExtractorTests : IDisposable
{
    private const string Address = "https://news.example/defence/talks";

    private readonly ExtractArticleBench bench = new();

    [Fact]
    public async Task An_article_is_read_from_its_page_stored_and_announced()
    {
        bench.Web.Serve(Address, "Ministers meet", "They agreed to start talks.");
        var article = await bench.HandleAsync(Address);
        Assert.Equal("Ministers meet", article.Content!.Title);
        Assert.Equal("They agreed to start talks.", article.Content.Text);
        Assert.Equal(TextOrigin.Page, article.Content.Origin);
        Assert.Equal(ArticleId.Hash("Ministers meet\nThey agreed to start talks."), article.Content.Hash);
        Assert.Contains(article.Content.Page, bench.Blobs.Names);
        Assert.Null(article.Problem);
        Assert.Equal(ArticleState.Pending, article.State);
        Assert.Equal([new ArticleExtracted(article.Id, article.Content.Hash)], bench.Extracted);
    }

    [Theory]
    [InlineData(true, "2026-03-04T05:06:07Z")]
    [InlineData(false, "2020-01-02T00:00:00Z")]
    public async Task What_a_page_states_goes_over_the_feeds_date_and_what_it_only_shows_does_not(bool guess, string expected)
    {
        var shown = new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero);
        bench.Web.Serve(Address, new PageReading
        {
            Kind = PageKind.Article,
            Title = "Ministers meet",
            Text = "They agreed.",
            Published = shown,
            PublishedIsGuess = guess,
        });
        var article = await bench.HandleAsync(Address);
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), article.Content!.Published);
    }

    [Fact]
    public async Task The_same_message_twice_leaves_the_same_blobs_and_sends_the_same_message()
    {
        bench.Web.Serve(Address, "Ministers meet", "They agreed to start talks.");
        var message = await bench.AnnounceAsync(Address);
        await bench.Stage.HandleAsync(message, default);
        var before = bench.Blobs.Names.ToDictionary(name => name, bench.Blobs.Text);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.Stage.HandleAsync(message, default);
        Assert.Equal(before, bench.Blobs.Names.ToDictionary(name => name, bench.Blobs.Text));
        Assert.Single(bench.Extracted.Distinct());
        Assert.Equal(2, bench.Extracted.Count());
        Assert.Single(bench.Web.Asked);
    }

    [Theory]
    [InlineData(PageKind.Partial, "blocked: paywall", PageProblemKind.Blocked)]
    [InlineData(PageKind.Consent, "blocked: consent page", PageProblemKind.Blocked)]
    [InlineData(PageKind.Login, "blocked: login", PageProblemKind.Blocked)]
    [InlineData(PageKind.BotWall, "blocked: bot wall", PageProblemKind.Blocked)]
    [InlineData(PageKind.Error, "gone: error page served as a success", PageProblemKind.Gone)]
    [InlineData(PageKind.List, "unreadable: list page", PageProblemKind.Unreadable)]
    [InlineData(PageKind.LiveBlog, "unreadable: live blog", PageProblemKind.Unreadable)]
    [InlineData(PageKind.Video, "unreadable: video page", PageProblemKind.Unreadable)]
    [InlineData(PageKind.Empty, "unreadable: nothing to read", PageProblemKind.Unreadable)]
    public async Task What_is_no_article_gives_way_to_the_feeds_own_text(PageKind kind, string reason, PageProblemKind problem)
    {
        bench.Web.Serve(Address, new PageReading { Kind = kind, Title = "Not this", Text = "Nor this." });
        var article = await bench.HandleAsync(Address, "From the feed", "Its summary.");
        Assert.Equal(("From the feed", "Its summary.", TextOrigin.Feed), (article.Content!.Title, article.Content.Text, article.Content.Origin));
        Assert.Equal((problem, reason), (article.Problem!.Kind, article.Problem.Reason));
        Assert.Equal(reason, article.Reason);
        Assert.Contains(article.Problem.Page, bench.Blobs.Names);
        Assert.Null(article.Content.Page);
        Assert.Single(bench.Extracted);
    }

    public static TheoryData<FetchResult, string> Barred => new()
    {
        { new FetchResult.Refused(Refusal.Robots, "Disallow: /defence/"), "blocked: robots.txt (Disallow: /defence/)" },
        { new FetchResult.Refused(Refusal.ForbiddenAddress, "10.0.0.1"), "blocked: forbidden address (10.0.0.1)" },
        { new FetchResult.Refused(Refusal.TooLarge, "more than 20 MiB"), "unreadable: more than 20 MiB" },
        { new FetchResult.Failed(404, "HTTP 404", null), "gone: HTTP 404" },
        { new FetchResult.Failed(410, "HTTP 410", null), "gone: HTTP 410" },
        { new FetchResult.Failed(403, "HTTP 403", null), "blocked: HTTP 403" },
        { new FetchResult.Failed(451, "HTTP 451", null), "blocked: HTTP 451" },
    };

    [Theory]
    [MemberData(nameof(Barred), DisableDiscoveryEnumeration = true)]
    public async Task A_page_that_cannot_be_had_gives_way_to_the_feeds_own_text(FetchResult answer, string reason)
    {
        bench.Web.Answer(Address, answer);
        var article = await bench.HandleAsync(Address);
        Assert.Equal(reason, article.Problem!.Reason);
        Assert.Equal(TextOrigin.Feed, article.Content!.Origin);
        Assert.Single(bench.Extracted);
    }

    [Fact]
    public async Task An_article_that_redirects_to_the_front_page_is_gone()
    {
        bench.Web.Serve(Address, new PageReading { Kind = PageKind.List }, redirect: "https://news.example/");
        Assert.Equal("gone: redirected to the front page", (await bench.HandleAsync(Address)).Problem!.Reason);
    }

    [Fact]
    public async Task A_picture_is_no_page()
    {
        bench.Web.Answer(Address, Web.Page(Address, [0xFF, 0xD8, 0xFF], "image/jpeg"));
        Assert.Equal("unreadable: image/jpeg is no page", (await bench.HandleAsync(Address)).Problem!.Reason);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(null)]
    public async Task A_failing_server_means_deliver_again(int? status)
    {
        bench.Web.Answer(Address, new FetchResult.Failed(status, "no luck", null));
        var message = await bench.AnnounceAsync(Address);
        var failure = await Assert.ThrowsAsync<PageUnavailableException>(() => bench.Stage.HandleAsync(message, default));
        Assert.Equal("no luck", failure.Message);
        Assert.Null((await bench.ArticleAsync(message.Article)).Content);
    }

    [Fact]
    public async Task A_server_that_says_when_to_come_again_gets_its_wish_a_few_times()
    {
        bench.Web.Answer(Address, new FetchResult.Failed(503, "busy", TimeSpan.FromMinutes(10)));
        var message = await bench.AnnounceAsync(Address);
        await bench.Stage.HandleAsync(message, default);
        var (queue, body, delay) = Assert.Single(bench.Sent.All);
        var again = JsonSerializer.Deserialize(body, NewsWatchJson.Default.ArticleFound)!;
        Assert.Equal((Pipeline.ExtractArticle, TimeSpan.FromMinutes(10), 1), (queue, delay, again.Deferrals));
        await Assert.ThrowsAsync<PageUnavailableException>(() => bench.Stage.HandleAsync(again with { Deferrals = 4 }, default));
    }

    [Fact]
    public async Task A_message_whose_host_is_busy_goes_back_to_the_queue_and_what_failed_before_stays_counted()
    {
        var message = await bench.AnnounceAsync(Address);
        bench.Web.Busy = TimeSpan.FromSeconds(7);
        await bench.Stage.HandleAsync(message, 3, default);
        var (queue, body, delay) = Assert.Single(bench.Sent.All);
        var again = JsonSerializer.Deserialize(body, NewsWatchJson.Default.ArticleFound)!;
        Assert.Equal((Pipeline.ExtractArticle, TimeSpan.FromSeconds(7), 0, 2), (queue, delay, again.Deferrals, again.EarlierDeliveries));
        Assert.Equal([new Uri(Address).Host], again.WaitedFor!);
        Assert.Equal(ArticleState.Pending, (await bench.ArticleAsync(message.Article)).State);

        await bench.Stage.HandleAsync(again, 3, default);
        var last = JsonSerializer.Deserialize(bench.Sent.All[^1].Body, NewsWatchJson.Default.ArticleFound)!;
        Assert.Equal(4, last.EarlierDeliveries);
        await Assert.ThrowsAsync<PageUnavailableException>(() => bench.Stage.HandleAsync(last, 2, default));
        Assert.Empty(bench.Web.Asked);
    }

    [Fact]
    public async Task A_wish_for_years_is_cut()
    {
        bench.Web.Answer(Address, new FetchResult.Failed(503, "busy", TimeSpan.FromDays(9999)));
        await bench.HandleAsync(Address);
        Assert.Equal(TimeSpan.FromDays(1), Assert.Single(bench.Sent.All).Delay);
    }

    [Fact]
    public async Task Given_up_ends_as_failed_with_the_feeds_text_kept_and_a_replay_reads_the_page()
    {
        var message = await bench.AnnounceAsync(Address, "From the feed", "Its summary.");
        await bench.Stage.GiveUpAsync(message, "no luck", default);
        var failed = await bench.ArticleAsync(message.Article);
        Assert.Equal((ArticleState.Failed, "no luck", "Its summary."), (failed.State, failed.Reason, failed.Content!.Text));
        Assert.Equal((JournalKind.Outcome, ArticleState.Failed, "no luck"), Assert.Single((await bench.JournalAsync()).Select(line => (line.Kind, line.State, line.Reason))));
        Assert.Empty(bench.Sent.All);

        bench.Web.Serve(Address, "Ministers meet", "They agreed to start talks.");
        await bench.Stage.HandleAsync(message, default);
        var read = await bench.ArticleAsync(message.Article);
        Assert.Equal((ArticleState.Pending, null, "They agreed to start talks."), (read.State, read.Reason, read.Content!.Text));
        Assert.Single(bench.Extracted);
    }

    [Fact]
    public async Task Giving_up_on_an_edit_leaves_what_was_read()
    {
        bench.Web.Serve(Address, "Ministers meet", "They agreed to start talks.");
        var article = await bench.HandleAsync(Address);
        await bench.Get<ArticleStore>().UpdateAsync(article.Id, found => found with { State = ArticleState.Flagged }, default);
        await bench.Stage.GiveUpAsync(new ArticleFound(article.Id, "edited"), "no luck", default);
        Assert.Equal(ArticleState.Flagged, (await bench.ArticleAsync(article.Id)).State);
        Assert.Empty(await bench.JournalAsync());
    }

    [Fact]
    public async Task An_article_nobody_stored_is_passed_over()
    {
        await bench.Stage.HandleAsync(new ArticleFound("unknown", "f"), default);
        await bench.Stage.GiveUpAsync(new ArticleFound("unknown", "f"), "no luck", default);
        Assert.Empty(bench.Sent.All);
        Assert.Empty(bench.Blobs.Names);
    }

    public void Dispose() => bench.Dispose();
}
