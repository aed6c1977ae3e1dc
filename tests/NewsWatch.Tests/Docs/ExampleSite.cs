using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Tests.Docs;

/// <summary>Stands for <c>example.org</c> in what pages tell: a site with a feed, a press page without one, and a topic that takes notices.</summary>
internal sealed class ExampleSite(WebApplication app) : IAsyncDisposable
{
    private static readonly string[] Days = ["2026/05/12-two-navies", "2026/06/03-new-pier", "2026/07/21-talks-end", "2026/08/02-open-day"];

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => app.Urls.Single();

    public static async Task<ExampleSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context)
    {
        var here = $"http://{context.Request.Host}";
        var (type, body) = context.Request.Path.Value switch
        {
            "/news" => ("text/html", $"""<html><head><title>News</title><link rel="alternate" type="application/rss+xml" href="{here}/feed.xml"></head><body><h1>News</h1></body></html>"""),
            "/feed.xml" => ("application/rss+xml", Feed(here)),
            "/press" => ("text/html", $"<html><head><title>Press</title></head><body><h1>Press</h1><ul>{string.Concat(Days.Select(day => $"<li><a href='/press/{day}'>Release of {day}</a></li>"))}</ul></body></html>"),
            // A topic's messages are posted to the server's root.
            "/" => ("application/json", "{}"),
            _ when context.Request.Path.Value!.StartsWith("/press/", StringComparison.Ordinal) => ("text/html", Release),
            _ => ("", ""),
        };
        if (type.Length == 0)
            context.Response.StatusCode = 404;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    private static string Feed(string here) => $"""
        <rss version="2.0"><channel><title>Example news</title><link>{here}/news</link><description>News</description>
        {string.Concat(Days.Select(day => $"<item><title>Release of {day}</title><link>{here}/press/{day}</link><guid>{day}</guid></item>"))}
        </channel></rss>
        """;

    private const string Release = """
        <html lang="en"><head><title>Two navies agree</title></head><body><article><h1>Two navies agree</h1>
        <p>Chile and New Zealand signed an acquisition and cross-servicing agreement in Valparaiso, so that ships of either may take fuel from the other.</p>
        <p>Officials had talked for a year and a half about how such a bill is reckoned, and both parliaments are told of it.</p></article></body></html>
        """;
}
