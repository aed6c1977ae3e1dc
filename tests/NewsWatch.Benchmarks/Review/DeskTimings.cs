using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NewsWatch.Review;
using NewsWatch.Storage;

namespace NewsWatch.Benchmarks.Review;

/// <summary>
/// Times the pages of the review site over a data folder: the first request of a process, then each page warmed up; by the clock, and by
/// what the processors spent on it, browser and server together, which a busy machine does not change.
/// </summary>
internal static class DeskTimings
{
    private const int Rounds = 15;

    private static readonly (string What, string Address)[] Pages =
    [
        ("inbox", "/"),
        ("inbox, page 20", "/?tab=all&page=20"),
        ("all, by found", "/?tab=all&sort=found"),
        ("reports", "/?tab=reports"),
        ("one party", "/?tab=all&party=japan"),
        ("two parties, type and stage", "/?tab=all&party=japan&party=US&type=acsa&stage=signed"),
        ("region and language", "/?tab=all&region=eastern-asia&lang=ja"),
        ("a year of dates", "/?tab=all&after=365d&before=2026-09-01"),
        ("a rare word", "/?tab=all&q=w31234"),
        ("a common word", "/?tab=all&q=minister"),
        ("the commonest word", "/?tab=all&q=the"),
        ("two common words by date", "/?tab=all&q=minister+agreement&sort=published"),
        ("a phrase", "/?tab=all&q=%22agreement+between%22"),
        ("a phrase of common words", "/?tab=all&q=%22of+the%22"),
        ("two characters of Han", "/?tab=all&q=%E6%97%A5%E6%9C%AC"),
        ("a word of Hangul", "/?tab=all&q=%EA%B5%AD%EB%B0%A9%EB%B6%80"),
        ("the beginning of a word", "/?tab=all&q=agree*"),
        ("words and filters", "/?tab=all&q=talks+party%3Ajapan+stage%3Asigned"),
        ("agreements", "/agreements"),
        ("agreements of a party", "/agreements?party=JP"),
        ("agreements by parties", "/agreements?sort=parties"),
        ("matrix", "/agreements/matrix"),
        ("network", "/agreements/network"),
        ("feeds", "/feeds"),
        ("health", "/health"),
        ("accuracy", "/accuracy"),
        ("API: accuracy", "/api/accuracy"),
        ("OpenAPI", "/openapi.json"),
        ("API: inbox", "/api/inbox"),
        ("API: articles", "/api/articles?q=minister"),
        ("API: agreements", "/api/agreements"),
    ];

    /// <summary>Prints the table.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        await using (var first = await StartAsync(folder))
        {
            using var browser = Browser(first);
            var page = "still being built";
            while (page.Contains("still being built", StringComparison.Ordinal))
                page = await browser.GetStringAsync(new Uri("/", UriKind.Relative));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index built or brought up to date in {watch.Elapsed.TotalSeconds:0.0} s"));
        }
        Console.WriteLine($"index: {Directory.EnumerateFiles(Path.Combine(folder, "index")).Sum(file => new FileInfo(file).Length) / 1_000_000} MB");
        await using var app = await StartAsync(folder);
        using var client = Browser(app);
        Console.WriteLine("| page | median ms | slowest ms | CPU ms | KB |");
        Console.WriteLine("|---|---|---|---|---|");
        await TimeAsync(client, "first request of a process", "/", 1);
        foreach (var (what, address) in Pages)
            await TimeAsync(client, what, address, Rounds);
        Console.WriteLine($"memory: {Environment.WorkingSet / 1_000_000} MB");
        return 0;
    }

    private static async Task TimeAsync(HttpClient client, string what, string address, int rounds)
    {
        var times = new List<double>();
        var length = 0;
        var processor = Environment.CpuUsage.TotalTime;
        for (var round = rounds == 1 ? 0 : -2; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            length = (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
            if (round == -1)
                processor = Environment.CpuUsage.TotalTime;
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / rounds;
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {times[times.Count / 2]:0} | {times[^1]:0} | {used:0} | {length / 1000.0:0} |"));
    }

    private static HttpClient Browser(WebApplication app) => new() { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(20) };

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration["NewsWatch:Review:IndexFolder"] = Path.Combine(folder, "index");
        builder.Services.AddNewsWatch(builder.Configuration);
        builder.Services.AddLocalStorage(folder);
        builder.Services.AddReview(builder.Configuration);
        var app = builder.Build();
        app.MapReview();
        await app.StartAsync();
        return app;
    }
}
