using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsWatch.Functions.Tests.Host;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.Tests.Storage.Azure;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Functions.Tests;

/// <summary>The real worker process, called as the Functions host calls it, over Azurite.</summary>
[Collection(AzuriteTests.Name)]
public sealed class WorkerTests(Azurite azurite)
{
    private const string Title = "Portugal and Japan sign logistics pact";

    private static readonly DateTimeOffset When = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    private const string Page = $"""
        <!doctype html><html lang="en"><head><title>{Title}</title></head><body><article><h1>{Title}</h1>
        <p>Portugal and Japan signed an acquisition and cross-servicing agreement in Lisbon on Monday, after two years of talks about how their
        navies may draw fuel and spare parts from each other.</p>
        <p>Both parliaments must still approve it before it can enter into force, said the two ministers at the harbour.</p></article></body></html>
        """;

    [SkippableFact]
    public async Task An_entry_of_a_feed_comes_through_every_function_and_is_told_once()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        // Twice over: every delivery may come again.
        for (var time = 1; time <= 2; time++)
        {
            Succeeded(await newsroom.Worker.FireAsync("PollFeeds"));
            foreach (var (function, queue) in Stages)
                while (await newsroom.PumpAsync(function, queue) is { } response)
                    Succeeded(response);
        }
        Succeeded(await newsroom.Worker.FireAsync("SendDigests"));

        var article = await newsroom.Get<ArticleStore>().ReadAsync(ArticleId.Of(newsroom.At("/lisbon")), default);
        Assert.Equal(ArticleState.Flagged, article!.State);
        var dossier = await newsroom.Get<DossierStore>().ReadAsync("acsa-jp-pt", default);
        Assert.Equal(AgreementStage.Signed, Assert.Single(dossier!.Developments).Development.Stage);
        Assert.Single(await newsroom.Get<OutgoingStore>().ReadAsync(null, default));
        Assert.Empty(await newsroom.Get<PoisonDesk>().ListAsync(Pipeline.ExtractArticle, 10, default));
    }

    [SkippableFact]
    public async Task What_fails_comes_again_after_a_wait_of_its_stage_and_is_given_up_at_the_last_delivery()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, context =>
        {
            context.Response.StatusCode = context.Request.Path == "/robots.txt" ? 404 : 503;
            return Task.CompletedTask;
        });
        var article = await FoundAsync(newsroom);

        var first = (await newsroom.TakeAsync(Pipeline.ExtractArticle))!;
        var failed = await newsroom.Worker.DeliverAsync("ExtractArticle", first);
        Assert.Equal(StatusResult.Types.Status.Failure, failed.Result.Status);
        Assert.False(await newsroom.EndAsync(Pipeline.ExtractArticle, first, failed));
        Assert.Equal(1, await newsroom.Get<IQueues>().CountAsync(Pipeline.ExtractArticle, default));
        Assert.Empty(await newsroom.PeekAsync(Pipeline.ExtractArticle));
        Assert.Equal(ArticleState.Pending, (await newsroom.Get<ArticleStore>().ReadAsync(article, default))!.State);

        Succeeded(await newsroom.Worker.DeliverAsync("ExtractArticle", first with { Deliveries = Pipeline.MaxDeliveries }));
        Assert.Equal(ArticleState.Failed, (await newsroom.Get<ArticleStore>().ReadAsync(article, default))!.State);
        var given = Assert.Single(await newsroom.Get<PoisonDesk>().ListAsync(Pipeline.ExtractArticle, 10, default));
        Assert.Equal(first.Body, given.Body);
        Assert.Contains("503", given.Cause, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_whose_last_delivery_was_cut_off_is_taken_in_and_can_be_tried_again(bool raw)
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        var article = await FoundAsync(newsroom);
        var message = (await newsroom.TakeAsync(Pipeline.ExtractArticle))!;
        await newsroom.EndAsync(Pipeline.ExtractArticle, message, new() { Result = new() { Status = StatusResult.Types.Status.Success } });
        await newsroom.PutAsync(Pipeline.Poison(Pipeline.ExtractArticle), message.Body, raw);

        var desk = newsroom.Get<PoisonDesk>();
        Assert.Null(Assert.Single(await desk.ListAsync(Pipeline.ExtractArticle, 10, default)).Cause);
        Assert.Single(await newsroom.PeekAsync(Pipeline.Poison(Pipeline.ExtractArticle)));

        Succeeded(await newsroom.Worker.FireAsync("CollectPoison"));
        Assert.Equal(ArticleState.Failed, (await newsroom.Get<ArticleStore>().ReadAsync(article, default))!.State);
        Assert.Empty(await newsroom.PeekAsync(Pipeline.Poison(Pipeline.ExtractArticle)));
        Assert.NotNull(Assert.Single(await desk.ListAsync(Pipeline.ExtractArticle, 10, default)).Cause);

        Assert.Single(await desk.ReplayAsync(Pipeline.ExtractArticle, null, default));
        Succeeded((await newsroom.PumpAsync("ExtractArticle", Pipeline.ExtractArticle))!);
        Assert.Equal(TextOrigin.Page, (await newsroom.Get<ArticleStore>().ReadAsync(article, default))!.Content!.Origin);
    }

    [SkippableFact]
    public async Task A_text_that_is_no_message_is_given_up_at_once_with_the_reason()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        await newsroom.PutAsync(Pipeline.ClassifyArticle, """{"article":"a"}""");
        Succeeded((await newsroom.PumpAsync("ClassifyArticle", Pipeline.ClassifyArticle))!);
        var given = Assert.Single(await newsroom.Get<PoisonDesk>().ListAsync(Pipeline.ClassifyArticle, 10, default));
        Assert.StartsWith("UnreadableMessageException: ", given.Cause, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_delivery_that_a_leaving_instance_cuts_short_is_handed_back_with_all_its_tries()
    {
        var asked = new TaskCompletionSource();
        await using var newsroom = await Newsroom.StartAsync(azurite, async context =>
        {
            if (context.Request.Path == "/robots.txt")
            {
                context.Response.StatusCode = 404;
                return;
            }
            asked.TrySetResult();
            await Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await FoundAsync(newsroom);
        var taken = (await newsroom.TakeAsync(Pipeline.ExtractArticle))! with { Deliveries = Pipeline.MaxDeliveries };
        var invocation = new Invocation();
        var running = newsroom.Worker.DeliverAsync("ExtractArticle", taken, invocation);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await newsroom.Worker.CancelAsync(invocation);
        var response = await running;
        Succeeded(response);
        Assert.True(await newsroom.EndAsync(Pipeline.ExtractArticle, taken, response));

        var again = (await newsroom.TakeAsync(Pipeline.ExtractArticle))!;
        Assert.Equal((taken.Body, 1), (again.Body, again.Deliveries));
    }

    [SkippableFact]
    public async Task A_worker_that_is_killed_loses_nothing_and_says_nothing_twice()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        Succeeded(await newsroom.Worker.FireAsync("PollFeeds"));
        foreach (var (function, queue) in Stages)
        {
            var message = (await newsroom.TakeAsync(queue))!;
            await newsroom.Worker.DeliverAsync(function, message);
            // The stage is done and the host has not heard of it: the message comes again, to another process.
            await newsroom.Worker.KillAsync();
            await newsroom.RestartAsync();
            var response = await newsroom.Worker.DeliverAsync(function, message with { Deliveries = 2 });
            Succeeded(response);
            Assert.True(await newsroom.EndAsync(queue, message, response));
        }
        var dossier = await newsroom.Get<DossierStore>().ReadAsync("acsa-jp-pt", default);
        Assert.Single(dossier!.Developments);
        Assert.Single(await newsroom.Get<OutgoingStore>().ReadAsync(null, default));
    }

    [SkippableFact]
    public async Task The_operator_is_told_of_a_feed_in_trouble()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        var change = new FeedHealthChanged(
            "c1", "f1", "Harbour wire", newsroom.At("/feed"), FeedHealth.Ok, FeedHealth.Failing, When, "HTTP 500");
        await newsroom.Get<IQueues>().SendJsonAsync(Pipeline.NotifyOperator, change, NewsWatchJson.Default.FeedHealthChanged, default);
        Succeeded((await newsroom.PumpAsync("NotifyOperator", Pipeline.NotifyOperator))!);
        Assert.Equal(0, await newsroom.Get<IQueues>().CountAsync(Pipeline.NotifyOperator, default));
        var matters = await newsroom.Get<IBlobs>().ReadAsync("operator/matters.json", default);
        Assert.Contains("Harbour wire", Encoding.UTF8.GetString(matters!.Content.Span), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_desk_answers_through_the_catch_all_function_and_refuses_what_is_malformed()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        using var page = await newsroom.Worker.SendAsync(new(HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<h1>Inbox</h1>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var missing = await newsroom.Worker.SendAsync(new(HttpMethod.Get, "/no/such/page"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        foreach (var (type, body) in MalformedPosts)
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, "/health/replay") { Content = new StringContent(body) };
            post.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            using var refused = await newsroom.Worker.SendAsync(post);
            Assert.Equal((HttpStatusCode.BadRequest, type), (refused.StatusCode, type));
        }
    }

    // A fifth of it is the terms, which are mapped where they lie; two fifths are code compiled ahead, which wakes an instance in two thirds of the time.
    [Fact]
    public void The_published_app_does_not_grow_unseen()
        => Assert.InRange(
            new DirectoryInfo(PublishedApp.Folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Sum(file => file.Length),
            1,
            97_000_000);

    [SkippableFact]
    public async Task The_worker_tells_of_the_functions_that_the_build_has_listed()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(PublishedApp.Folder, "functions.metadata")));
        Assert.Equal(
            FunctionDefinition.All.Select(function => function.Name),
            file.RootElement.EnumerateArray().Select(function => function.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(FunctionDefinition.All.Select(function => function.Name), newsroom.Worker.Functions.Keys.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<(string Type, string Body)> MalformedPosts =>
    [
        ("multipart/form-data; boundary=line", "no boundary in here"),
        ("multipart/form-data", "--line\r\n"),
        ("application/x-www-form-urlencoded", string.Concat(Enumerable.Repeat("a=1&", 5000))),
        ("application/json", "{"),
        ("text/plain", "queue=extract-article"),
    ];

    private static IReadOnlyList<(string Function, string Queue)> Stages { get; } =
    [
        ("ExtractArticle", Pipeline.ExtractArticle),
        ("ClassifyArticle", Pipeline.ClassifyArticle),
        ("TrackAgreement", Pipeline.TrackAgreement),
        ("SendAlerts", Pipeline.SendAlerts),
    ];

    private static void Succeeded(InvocationResponse response)
        => Assert.True(response.Result.Status == StatusResult.Types.Status.Success, response.Result.Exception?.Message + response.Result.Exception?.StackTrace);

    private static async Task<string> FoundAsync(Newsroom newsroom)
    {
        var address = newsroom.At("/lisbon");
        var article = new Article
        {
            Id = ArticleId.Of(address),
            Address = address,
            FoundAt = When,
            Mentions = [new("f1", "Harbour wire", address, Title, "", When, "x1")],
        };
        await newsroom.Get<ArticleStore>().CreateAsync(article, default);
        await newsroom.Get<IQueues>().SendJsonAsync(
            Pipeline.ExtractArticle, new(article.Id, article.Mentions[0].Fingerprint), NewsWatchJson.Default.ArticleFound, default);
        return article.Id;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.Path.Value switch
        {
            "/feed" => Feed($"http://{context.Request.Host}/lisbon"),
            "/lisbon" => Page,
            _ => null,
        };
        context.Response.StatusCode = body is null ? 404 : 200;
        context.Response.ContentType = context.Request.Path == "/feed" ? "application/rss+xml" : "text/html; charset=utf-8";
        return context.Response.WriteAsync(body ?? "");
    }

    private static string Feed(string link) => string.Create(CultureInfo.InvariantCulture, $"""
        <rss version="2.0"><channel><title>Harbour wire</title><item><title>{Title}</title><link>{link}</link>
        <guid>{link}</guid><pubDate>{TimeProvider.System.GetUtcNow().AddHours(-1):R}</pubDate></item></channel></rss>
        """);
}
