using System.Collections;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.PollFeeds.Doubles;

namespace NewsWatch.Tests.Attacks;

/// <summary>
/// The pipeline over a folder as a program of its own, in which reading one feed and one page ends the process, as running out of memory or
/// of stack does.
/// </summary>
internal static class KilledReader
{
    public const string Verb = "pass-until-killed";
    public const string DeadlyPage = "https://first.example/deadly";

    /// <summary>What ends the process: the feed, the page, or neither.</summary>
    public const string Feed = "feed", Page = "page", Nothing = "nothing";

    private const string ClockFile = "now";

    public static IReadOnlyList<WatchedFeed> Feeds { get; } =
        [.. new[] { "deadly", "first", "second" }.Select(name => new WatchedFeed(name, new($"https://{name}.example/feed")))];

    /// <summary>One pass, at the time the folder says it is.</summary>
    public static async Task<int> RunAsync(string folder, string deadly)
    {
        await using var services = Services(folder, Now(folder), deadly);
        await LocalStorageServices.ReclaimAsync(services, default);
        await services.GetRequiredService<OnePass>().RunAsync(TimeSpan.FromSeconds(5), Meter.None, default);
        return 0;
    }

    /// <summary>The pipeline over a folder.</summary>
    public static ServiceProvider Services(string folder, DateTimeOffset now, string deadly)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["NewsWatch:PollFeeds:Concurrency"] = "1" }).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new ShiftedClock(now))
            .AddNewsWatchHere(configuration, folder)
            .Replace(ServiceDescriptor.Singleton<IFetcher>(Web(deadly == Feed)))
            .Replace(ServiceDescriptor.Singleton<ReadPage>((body, _, address, _) => deadly == Page && address?.AbsoluteUri == DeadlyPage
                ? throw Die()
                : new PageReading { Kind = PageKind.Article, Title = "A page", Text = Prose.Of(address!.AbsoluteUri.Sum(letter => letter), 200) }))
            .BuildServiceProvider();
    }

    public static void SetNow(string folder, DateTimeOffset now) => File.WriteAllText(Path.Combine(folder, ClockFile), now.ToString("O", CultureInfo.InvariantCulture));

    private static DateTimeOffset Now(string folder)
        => DateTimeOffset.Parse(File.ReadAllText(Path.Combine(folder, ClockFile)), CultureInfo.InvariantCulture);

    private static FeedWeb Web(bool isDeadly)
    {
        var web = new FeedWeb();
        foreach (var feed in Feeds)
        {
            var address = feed.Address.AbsoluteUri;
            var links = feed.Title == "first" ? new[] { DeadlyPage, "https://first.example/mild" } : [$"https://{feed.Title}.example/a"];
            var page = FeedWeb.Page(address, PollBench.Rss([.. links.Select(link => (link, $"Note of {link}", (DateTimeOffset?)null))]), "content-type: text/xml");
            web.Answer(address, isDeadly && feed.Title == "deadly" ? page with { Headers = new DeadlyHeaders(page.Headers) } : page);
            foreach (var link in links)
                web.Answer(link, FeedWeb.Page(link, $"<p>{link}</p>", "content-type: text/html"));
        }
        return web;
    }

    /// <summary>Ends the process at once: nothing is flushed, no handler runs.</summary>
    private static UnreachableException Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
        return new UnreachableException();
    }

    /// <summary>Headers whose content type, which is asked for as the reading begins, nobody lives to hear.</summary>
    private sealed class DeadlyHeaders(IReadOnlyDictionary<string, string> headers) : IReadOnlyDictionary<string, string>
    {
        public int Count => headers.Count;

        public IEnumerable<string> Keys => headers.Keys;

        public IEnumerable<string> Values => headers.Values;

        public string this[string key] => headers[key];

        public bool ContainsKey(string key) => headers.ContainsKey(key);

        public bool TryGetValue(string key, out string value)
            => key == "content-type" ? throw Die() : headers.TryGetValue(key, out value!);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => headers.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Runs as the machine's, from another time on.</summary>
    private sealed class ShiftedClock(DateTimeOffset now) : TimeProvider
    {
        private readonly TimeSpan shift = now - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
