using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Tests.Fetching;
using NewsWatch.Tests.Notices;

namespace NewsWatch.Tests.Telemetry;

/// <summary>
/// A newsroom on loopback with one feed, a pipeline over a store that follows it, and a webhook that is told. Whatever has a credential
/// carries one: the feed's address, the pages' and the webhook's.
/// </summary>
internal sealed class LoopbackNewsroom : IAsyncDisposable
{
    /// <summary>What must never be told.</summary>
    public static readonly string[] Credentials = ["hunter2", "sesame", "page-pass", "open-door"];

    /// <summary>Of these, those of the feed.</summary>
    public static readonly string[] OfFeed = ["hunter2", "sesame"];

    private readonly TemporaryFolder folder = new();
    private readonly List<(string Path, string Title, string Text)> articles = [];
    private readonly LoopbackServer server;
    private readonly LoopbackHook hook;
    private readonly ServiceProvider services;

    private LoopbackNewsroom(LoopbackServer server, LoopbackHook hook, string? account, ILoggerProvider? logs)
    {
        (this.server, this.hook) = (server, hook);
        var settings = new Dictionary<string, string?>
        {
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
            ["NewsWatch:SendAlerts:Channels:desk:About:0"] = "Developments",
            ["NewsWatch:SendAlerts:Channels:desk:About:1"] = "Feeds",
            ["NewsWatch:SendAlerts:Channels:desk:Kind"] = "Webhook",
            ["NewsWatch:SendAlerts:Channels:desk:Address"] = new Uri(hook.Root, "hook/open-door").AbsoluteUri,
            ["NewsWatch:SendAlerts:Channels:desk:Secret"] = $"whsec_{Convert.ToBase64String(new byte[32])}",
            ["NewsWatchStorage"] = account,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
                logging.AddProvider(logs);
        });
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddNewsWatchHere(configuration, folder.Path);
        services = collection.BuildServiceProvider();
    }

    /// <summary>True where the feed answers with an error.</summary>
    public bool FeedFails { get; set; }

    /// <summary>Headers of the last request for a feed or page.</summary>
    public IHeaderDictionary LastHeaders => server.LastHeaders;

    /// <summary>What the webhook was told.</summary>
    public IReadOnlyCollection<HookPost> Told => hook.Posts;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens one.</summary>
    /// <param name="account">Connection string of a storage account; null for a store in a folder.</param>
    /// <param name="logs">Takes the logs; null for nobody.</param>
    public static async Task<LoopbackNewsroom> StartAsync(string? account = null, ILoggerProvider? logs = null)
    {
        LoopbackNewsroom? newsroom = null;
        var server = await LoopbackServer.StartAsync(context => newsroom!.AnswerAsync(context));
        newsroom = new(server, await LoopbackHook.StartAsync(), account, logs);
        using var list = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            $"""
            <opml version="2.0"><head><title>One</title></head><body>
            <outline text="The Breakwater" type="rss" xmlUrl="{newsroom.FeedAddress}"/></body></opml>
            """));
        var feeds = WatchListStore.Read(list, "the newsroom");
        await newsroom.Get<WatchListStore>().ChangeAsync(_ => feeds, alone: true, default);
        return newsroom;
    }

    /// <summary>Address of the feed.</summary>
    public string FeedAddress => server.At("/feed.rss?key=sesame").AbsoluteUri.Replace("//", "//rosa:hunter2@", StringComparison.Ordinal);

    /// <summary>Puts an article in the feed.</summary>
    public void Publish(string path, string title, string text) => articles.Add((path, title, text));

    /// <summary>Puts one in it that reports an agreement.</summary>
    public void PublishAgreement() => Publish(
        "/lisbon",
        "Portugal and Peru end talks with a signature",
        "The defence ministers of Portugal and Peru signed a status of forces agreement in Lisbon on Monday, after two years of talks.");

    /// <summary>Polls the feed, due or not, works the queues until they are empty, and tells what waited.</summary>
    public async Task<FeedPoll> PassAsync()
    {
        var feed = (await Get<WatchListStore>().LoadAsync(default)).Feeds.Single();
        var poll = (await Get<FeedPoller>().PollAsync(feed.Id, default))!;
        await Get<OnePass>().RunAsync(TimeSpan.FromSeconds(20), Meter.None, default);
        return poll;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
        await hook.DisposeAsync();
        folder.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/broken" || (FeedFails && context.Request.Path == "/feed.rss"))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        if (context.Request.Path == "/feed.rss")
        {
            context.Response.ContentType = "application/rss+xml";
            var items = articles.Select(one =>
                $"<item><title>{one.Title}</title><link>{server.At(one.Path)}?token=page-pass</link><pubDate>{Yesterday:R}</pubDate></item>");
            return context.Response.WriteAsync(
                $"<rss version='2.0'><channel><title>The Breakwater</title>{string.Concat(items)}</channel></rss>");
        }
        if (articles.FirstOrDefault(one => one.Path == context.Request.Path) is not { Path: not null } article)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html><html lang="en"><head><title>{article.Title}</title>
            <meta property="article:published_time" content="{Yesterday:yyyy-MM-dd'T'HH:mm:ss'Z'}"></head>
            <body><article><h1>{article.Title}</h1><p>{article.Text}</p></article></body></html>
            """);
    }

    private static DateTimeOffset Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1);
}
