using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Benchmarks.PollFeeds;

/// <summary>
/// A thousand feeds on loopback, in a process of its own so that its memory does not count. Of ten, six answer at once (two of them with an
/// ETag and 304), one answers late, one fails, one hangs up, one has moved for good. <c>/generation/N</c> changes every body, not its entries.
/// </summary>
internal static class FeedServer
{
    private const int Entries = 20;
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(500);
    private static readonly string Summary = string.Concat(Enumerable.Repeat("The two sides spoke of logistics, visits and supplies, and will meet again. ", 8));
    private static string generation = "0";

    /// <summary>Serves until standard input ends; prints the address first.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["generation", var next])
            generation = next;
        if (parts is not [var place, var name] || !int.TryParse(name, CultureInfo.InvariantCulture, out var number) || place is not ("feed" or "moved"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        switch (place == "moved" ? 0 : number % 10)
        {
            case 6:
                await Task.Delay(Late, TimeProvider.System, context.RequestAborted);
                await SendAsync(context, number, etag: null);
                break;
            case 7:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case 8:
                context.Abort();
                break;
            case 9:
                context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
                context.Response.Headers.Location = $"/moved/{name}";
                break;
            case 0 or 1:
                await SendAsync(context, number, etag: $"\"{number}-{generation}\"");
                break;
            default:
                await SendAsync(context, number, etag: null);
                break;
        }
    }

    private static Task SendAsync(HttpContext context, int number, string? etag)
    {
        if (etag is not null)
        {
            context.Response.Headers.ETag = etag;
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        return context.Response.WriteAsync(Rss(number), Encoding.UTF8, context.RequestAborted);
    }

    private static string Rss(int number)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed {number}</title><link>https://site{number}.example/</link><description>{generation}</description>");
        for (var entry = 0; entry < Entries; entry++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<item><title>Ministers of {number} and {entry} meet</title><link>https://site{number}.example/news/{entry}?utm_source=rss</link>");
            text.Append(CultureInfo.InvariantCulture, $"<guid isPermaLink=\"false\">{number}-{entry}</guid><pubDate>{new DateTime(2026, 3, 1, entry, 0, 0, DateTimeKind.Utc):r}</pubDate>");
            text.Append("<description>").Append(Summary).Append("</description></item>");
        }
        return text.Append("</channel></rss>").ToString();
    }
}
