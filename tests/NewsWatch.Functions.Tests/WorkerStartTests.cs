using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsWatch.Functions.Tests.Host;
using NewsWatch.Tests.Storage.Azure;
using Xunit.Abstractions;

namespace NewsWatch.Functions.Tests;

/// <summary>An instance that wakes for one message: what it costs until that is answered, which every pause of the news is paid with.</summary>
[Collection(AzuriteTests.Name)]
public sealed class WorkerStartTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>Twice what it takes on two quiet cores, for a machine that others use as well.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(4);

    /// <summary>What each start finds waiting: no two tell of the same, or the later would end as duplicates before they are read.</summary>
    private static readonly IReadOnlyList<(string Path, string Title, string Text)> Articles =
    [
        ("/valparaiso", "Norway and Chile sign logistics pact", """
            <p>Norway and Chile signed an acquisition and cross-servicing agreement in Valparaiso on Friday, so that ships of either navy may take on
            fuel in the ports of the other.</p><p>It enters into force once both parliaments have approved it, the two ministers said on the quay.</p>
            """),
        ("/nairobi", "Parliament in Nairobi ratifies Danish visiting forces agreement", """
            <p>After a debate of six hours the National Assembly of Kenya ratified the status of forces agreement with Denmark, by which Danish engineers
            who train at Nanyuki stay under the law of their own country.</p><p>Copenhagen had done the same in spring.</p>
            """),
        ("/wellington", "Ministers in Wellington open talks on sharing secrets", """
            <p>New Zealand and Estonia have begun to negotiate a security of information agreement, officials of both said after a first meeting on the
            protection of classified papers.</p><p>A text is expected within the year; no date was given.</p>
            """),
    ];

    [SkippableFact]
    public async Task A_worker_that_wakes_for_one_article_has_classified_it_soon()
    {
        await using var newsroom = await Newsroom.StartAsync(azurite, AnswerAsync);
        Assert.Equal(StatusResult.Types.Status.Success, (await newsroom.Worker.FireAsync("PollFeeds")).Result.Status);
        while (await newsroom.PumpAsync("ExtractArticle", Pipeline.ExtractArticle) is { } response)
            Assert.Equal(StatusResult.Types.Status.Success, response.Result.Status);

        var spent = new List<TimeSpan>();
        while (await newsroom.TakeAsync(Pipeline.ClassifyArticle) is { } message)
        {
            var clock = Stopwatch.StartNew();
            await newsroom.RestartAsync();
            var loaded = (newsroom.Worker.ProcessorTime, clock.Elapsed);
            var classified = await newsroom.Worker.DeliverAsync("ClassifyArticle", message);
            Assert.Equal(StatusResult.Types.Status.Success, classified.Result.Status);
            Assert.True(await newsroom.EndAsync(Pipeline.ClassifyArticle, message, classified));
            spent.Add(newsroom.Worker.ProcessorTime);
            output.WriteLine(
                $"functions told after {loaded.ProcessorTime.TotalMilliseconds:F0} ms of processor time ({loaded.Elapsed.TotalMilliseconds:F0} by the clock), "
                + $"article classified after {spent[^1].TotalMilliseconds:F0} ms ({clock.Elapsed.TotalMilliseconds:F0} by the clock)");
        }
        Assert.Equal(Articles.Count, spent.Count);
        Assert.True(spent.Min() < Most, $"the quickest of {spent.Count} starts took {spent.Min().TotalMilliseconds:F0} ms of processor time");
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var site = $"http://{context.Request.Host}";
        var path = context.Request.Path.Value;
        var (status, type, body) = path == "/feed"
            ? (200, "application/rss+xml", $"<rss version='2.0'><channel><title>Fjord wire</title>{string.Concat(Articles.Select(Item))}</channel></rss>")
            : Articles.FirstOrDefault(article => article.Path == path) is { Title: { } title, Text: { } text }
                ? (200, "text/html; charset=utf-8", $"<!doctype html><html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>")
                : (404, "text/plain", "");
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));

        string Item((string Path, string Title, string Text) article)
            => $"<item><title>{article.Title}</title><link>{site}{article.Path}</link><guid>{site}{article.Path}</guid></item>";
    }
}
