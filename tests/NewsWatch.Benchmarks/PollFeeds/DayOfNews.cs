using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Benchmarks.PollFeeds;

/// <summary>
/// Feeds of as many sites, each at a loopback address of its own: ten articles a day each, as the clock has it, of which one in twenty
/// tells of an agreement. Half have ETags. They answer as late as sites far away do.
/// </summary>
internal sealed class DayOfNews : IAsyncDisposable
{
    private const int Shown = 3;
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(144);
    private static readonly TimeSpan FeedDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PageDelay = TimeSpan.FromMilliseconds(400);
    private static readonly string[] States = ["Japan", "France", "Italy", "Germany", "Spain", "Norway", "Poland", "Canada", "Australia", "India", "Greece", "Finland"];
    private static readonly string[] Acts = ["signed", "ratified", "concluded talks on", "agreed to negotiate"];
    private static readonly string Padding = string.Concat(Enumerable.Range(1, 40).Select(number => string.Create(
        CultureInfo.InvariantCulture, $"<p>The harbour office counted {number * 7} vessels in week {number}, and the council will look at the figures again in autumn, when the new piers are to open to ferries and fishing boats alike.</p>")));

    private readonly WebApplication app;
    private readonly OffsetClock clock;
    private int feedsAsked;
    private int pagesAsked;
    private DateTimeOffset began;

    private DayOfNews(WebApplication app, OffsetClock clock) => (this.app, this.clock, began) = (app, clock, clock.GetUtcNow());

    /// <summary>The watch list.</summary>
    public IReadOnlyList<WatchedFeed> Feeds { get; private set; } = [];

    /// <summary>Requests for feeds.</summary>
    public int FeedsAsked => feedsAsked;

    /// <summary>Requests for pages.</summary>
    public int PagesAsked => pagesAsked;

    /// <summary>Articles published since the counters began.</summary>
    public int Published => (int)((clock.GetUtcNow() - began) / Between * Feeds.Count);

    /// <summary>Serves the feeds on a free port.</summary>
    public static async Task<DayOfNews> StartAsync(int feeds, OffsetClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        var app = builder.Build();
        var news = new DayOfNews(app, clock);
        app.Run(news.AnswerAsync);
        await app.StartAsync();
        var port = new Uri(app.Urls.First()).Port;
        news.Feeds = [.. Enumerable.Range(1, feeds).Select(number => new WatchedFeed(
            $"Site {number}", new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.{1 + (number / 250)}.{1 + (number % 250)}:{port}/feed"))))];
        return news;
    }

    /// <summary>Counts anew.</summary>
    public void Clear() => (feedsAsked, pagesAsked, began) = (0, 0, clock.GetUtcNow());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var site = context.Connection.LocalIpAddress!.GetAddressBytes() is var bytes ? ((bytes[^2] - 1) * 250) + bytes[^1] - 1 : 0;
        var path = context.Request.Path.Value!;
        if (path == "/feed")
        {
            Interlocked.Increment(ref feedsAsked);
            await Task.Delay(FeedDelay, TimeProvider.System, context.RequestAborted);
            await FeedAsync(context, site);
        }
        else if (path.StartsWith("/news/", StringComparison.Ordinal) && int.TryParse(path["/news/".Length..], CultureInfo.InvariantCulture, out var number))
        {
            Interlocked.Increment(ref pagesAsked);
            await Task.Delay(PageDelay, TimeProvider.System, context.RequestAborted);
            await PageAsync(context, site, number);
        }
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>The number of a site's latest article; sites publish at different minutes.</summary>
    private int Latest(int site) => (int)(((clock.GetUtcNow() - DateTimeOffset.UnixEpoch) + TimeSpan.FromMinutes(site * 17 % 144)) / Between);

    private Task FeedAsync(HttpContext context, int site)
    {
        var latest = Latest(site);
        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{site}-{latest}\"");
        if (site % 2 == 0)
        {
            context.Response.Headers.ETag = etag;
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Site {site}</title><link>http://{context.Request.Host}/</link><description>News</description>");
        for (var number = latest; number > latest - Shown; number--)
        {
            var at = DateTimeOffset.UnixEpoch + (Between * number) - TimeSpan.FromMinutes(site * 17 % 144);
            text.Append(CultureInfo.InvariantCulture, $"<item><title>{Title(site, number)}</title><link>http://{context.Request.Host}/news/{number}</link><pubDate>{at.UtcDateTime:r}</pubDate></item>");
        }
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        return context.Response.WriteAsync(text.Append("</channel></rss>").ToString(), context.RequestAborted);
    }

    private static Task PageAsync(HttpContext context, int site, int number)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var (first, second, act) = Agreement(site, number);
        var lead = Tells(site, number)
            ? $"<p>{first} and {second} {act} an acquisition and cross-servicing agreement on Tuesday, the two defence ministers said. The agreement lets the two forces supply each other with fuel, food and transport.</p>"
            : "<p>The council met on Tuesday and put off a decision on the new ferry until the figures of the summer are known.</p>";
        return context.Response.WriteAsync(
            $"<!doctype html><html lang=\"en\"><head><title>{Title(site, number)}</title></head><body><nav><a href=\"/\">Home</a></nav>"
            + $"<article><h1>{Title(site, number)}</h1>{lead}{Padding}</article><footer>Site {site.ToString(CultureInfo.InvariantCulture)}</footer></body></html>",
            context.RequestAborted);
    }

    private static bool Tells(int site, int number) => (site + number) % 20 == 0;

    private static string Title(int site, int number)
    {
        var (first, second, act) = Agreement(site, number);
        return Tells(site, number)
            ? $"{first} and {second} {act} logistics agreement"
            : string.Create(CultureInfo.InvariantCulture, $"Council of district {site} puts off vote {number} on ferry");
    }

    private static (string First, string Second, string Act) Agreement(int site, int number)
    {
        var first = (site + (number * 5)) % States.Length;
        return (States[first], States[(first + 1 + (number % (States.Length - 1))) % States.Length], Acts[number % Acts.Length]);
    }
}
