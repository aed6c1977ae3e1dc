using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Benchmarks.Load;

/// <summary>
/// The standing program over one feed that shows a new agreement every few seconds, and a webhook that it tells: how long after the feed was
/// read with an entry in it the alert is there, through the queues of four stages and the fetch of the page, which is answered at once.
/// </summary>
internal sealed class EntryToAlert
{
    /// <summary>A newsroom's first developments are gathered, lest a new watch list flood its reader: they are no measure.</summary>
    private const int NotCounted = 6;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private static readonly string[] States =
    [
        "Norway", "Chile", "Kenya", "Denmark", "Estonia", "New Zealand", "Peru", "Canada", "Finland", "Brazil", "Portugal", "Ghana", "Thailand", "Romania", "Uruguay",
    ];

    private readonly ConcurrentDictionary<int, long> shown = new();
    private readonly ConcurrentDictionary<int, long> told = new();
    private int published;

    /// <summary>Runs it and prints the times.</summary>
    /// <param name="program">See <see cref="LoadRig.StartAsync"/>.</param>
    /// <param name="entries">Agreements to measure.</param>
    /// <returns>0 where every one was told, else 1.</returns>
    public static async Task<int> RunAsync(string program, int entries)
    {
        var run = new EntryToAlert();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var site = builder.Build();
        site.Run(run.AnswerAsync);
        await site.StartAsync();
        var folder = Directory.CreateTempSubdirectory("newswatch-alert-");
        try
        {
            return await run.MeasureAsync(Path.GetFullPath(program), new(site.Urls.Single()), folder, entries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> MeasureAsync(string program, Uri site, DirectoryInfo folder, int entries)
    {
        var list = Path.Combine(folder.FullName, "list.opml");
        await File.WriteAllTextAsync(
            list, $"<opml version=\"2.0\"><head><title>One</title></head><body><outline type=\"rss\" text=\"One\" xmlUrl=\"{site}feed\"/></body></opml>");
        var start = LoadRig.StartOf(
            program, folder, list, Interval, "run", "--listen", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{LoadRig.FreePort()}"));
        start.Environment["NewsWatch__Fetching__PerHostSpacing"] = "00:00:00";
        start.Environment["NewsWatch__SendAlerts__Burst"] = "1000";
        start.Environment["NewsWatch__SendAlerts__Channels__desk__Kind"] = "Webhook";
        start.Environment["NewsWatch__SendAlerts__Channels__desk__Address"] = $"{site}hook";
        start.Environment["NewsWatch__SendAlerts__Channels__desk__Secret"] = $"whsec_{Convert.ToBase64String(new byte[32])}";
        using var standing = Process.Start(start)!;
        _ = standing.StandardOutput.ReadToEndAsync();
        var errors = standing.StandardError.ReadToEndAsync();
        for (var entry = 0; entry < NotCounted + entries && !standing.HasExited; entry++)
        {
            published = entry + 1;
            for (var asked = Stopwatch.GetTimestamp(); !told.ContainsKey(entry) && !standing.HasExited && Stopwatch.GetElapsedTime(asked) < LongestWait;)
                await Task.Delay(BetweenLooks, TimeProvider.System, CancellationToken.None);
        }
        if (standing.HasExited)
        {
            Console.Error.Write(await errors);
            return 1;
        }
        await LoadRig.StopAsync(standing);
        var times = told.Where(one => one.Key >= NotCounted).Select(one => Stopwatch.GetElapsedTime(shown[one.Key], one.Value).TotalMilliseconds).Order().ToList();
        if (times.Count > 0)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"from the feed to the alert, ms: median {times[times.Count / 2]:0}, least {times[0]:0}, most {times[^1]:0}; {times.Count} of {entries} told"));
        return times.Count == entries ? 0 : 1;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (parts)
        {
            case ["feed"]:
                context.Response.ContentType = "application/rss+xml";
                return context.Response.WriteAsync(Feed($"http://{context.Request.Host}"), context.RequestAborted);
            case ["news", var number] when int.TryParse(number.Split('-')[0], CultureInfo.InvariantCulture, out var entry):
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(Page(entry), context.RequestAborted);
            case ["hook"]:
                return HearAsync(context.Request);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private async Task HearAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var alert = await reader.ReadToEndAsync();
        var now = Stopwatch.GetTimestamp();
        for (var entry = 0; entry < published; entry++)
            if (alert.Contains(PathOf(entry), StringComparison.Ordinal))
                told.TryAdd(entry, now);
    }

    private string Feed(string at)
    {
        var now = Stopwatch.GetTimestamp();
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>One</title>");
        for (var entry = published - 1; entry >= 0; entry--)
        {
            shown.TryAdd(entry, now);
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{Title(entry)}</title><link>{at}{PathOf(entry)}</link></item>");
        }
        return feed.Append("</channel></rss>").ToString();
    }

    private static string Page(int entry) => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html><html lang="en"><head><title>{Title(entry)}</title></head><body><article><h1>{Title(entry)}</h1>
        <p>{First(entry)} and {Second(entry)} signed an acquisition and cross-servicing agreement on Monday, after round {entry + 2} of their talks
        about how ships of the two navies may draw fuel and spare parts from berth {entry * 37} of each other's ports.</p>
        <p>It enters into force once both parliaments have approved it, the ministers said.</p></article></body></html>
        """);

    private static string PathOf(int entry) => string.Create(CultureInfo.InvariantCulture, $"/news/{entry}-told");

    private static string Title(int entry) => $"{First(entry)} and {Second(entry)} sign logistics agreement";

    /// <summary>No two entries name the same pair, up to as many as there are pairs.</summary>
    private static string First(int entry) => States[entry % States.Length];

    private static string Second(int entry) => States[(entry + 1 + (entry / States.Length)) % States.Length];
}
