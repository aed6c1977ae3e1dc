using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Benchmarks.Load;

/// <summary>
/// As many sites as one likes, each a host of its own at 127.x.y.z, with a feed of invented articles. In a process of its own, so that
/// neither its memory nor its processor time counts. <c>/edition/N</c> moves every feed on to the articles after the first N.
/// </summary>
internal sealed class InventedSites(int entries)
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int edition;

    /// <summary>Serves until standard input ends; prints its port first.</summary>
    /// <param name="entries">Entries a feed shows.</param>
    public static async Task<int> RunAsync(int entries)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        await using var app = builder.Build();
        app.Run(new InventedSites(entries).AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.First()).Port);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    /// <summary>Address of a site, from 0.</summary>
    public static Uri Of(int site, int port)
        => new(string.Create(CultureInfo.InvariantCulture, $"http://127.{1 + (site / 62500)}.{1 + (site / 250 % 250)}.{1 + (site % 250)}:{port}"));

    private static int SiteOf(HttpContext context)
        => context.Connection.LocalIpAddress!.GetAddressBytes() is var bytes ? ((bytes[^3] - 1) * 62500) + ((bytes[^2] - 1) * 250) + bytes[^1] - 1 : 0;

    private Task AnswerAsync(HttpContext context)
    {
        var site = SiteOf(context);
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["edition", var next]:
                edition = int.Parse(next, CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            case ["feed"]:
                context.Response.ContentType = "application/rss+xml; charset=utf-8";
                return context.Response.WriteAsync(Feed(site, $"http://{context.Request.Host}"), context.RequestAborted);
            case ["news", var number] when int.TryParse(number.Split('-')[0], CultureInfo.InvariantCulture, out var article):
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(new InventedArticle(site, article).Page(), context.RequestAborted);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private string Feed(int site, string at)
    {
        var feed = new StringBuilder();
        feed.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Site {site}</title><link>{at}/</link><description>News</description>");
        for (var number = edition + entries; number > edition; number--)
        {
            var article = new InventedArticle(site, number);
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{article.Title}</title><link>{at}{article.Path}</link><pubDate>{Epoch.AddHours(number):r}</pubDate></item>");
        }
        return feed.Append("</channel></rss>").ToString();
    }
}
