using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.Fetching.Pacing;

namespace NewsWatch.Tests.PollFeeds.Doubles;

/// <summary>The stage as hosts register it, on stores in memory and a web of its own, chance seeded.</summary>
internal sealed class PollBench : IDisposable
{
    public const string Address = "https://wire.example/feed";

    private readonly ServiceProvider services;

    public PollBench(params (string Key, string Value)[] settings)
        : this(null, settings)
    {
    }

    /// <param name="shared">Another pipeline, with which this one shares store, queues, web and clock; null to be alone on its own.</param>
    /// <param name="settings">Settings of the stage.</param>
    public PollBench(PollBench? shared, params (string Key, string Value)[] settings)
    {
        Blobs = shared?.Blobs ?? new(Crashes);
        Sent = shared?.Sent ?? new(Crashes);
        Web = shared?.Web ?? new();
        Clock = shared?.Clock ?? Clock;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create<string, string?>($"{PollFeedsOptions.Section}:{setting.Key}", setting.Value))).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IBlobs>(shared is null ? Blobs : new SharedBlobs(Blobs))
            .AddSingleton<IQueues>(Sent)
            .AddSingleton<IFetcher>(Web)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Random(1))
            .AddSingleton<ArticleStore>()
            .AddSingleton<Journal>().AddSingleton<DamagedRecords>()
            .AddPollFeeds(configuration)
            .BuildServiceProvider();
    }

    public Crashes Crashes { get; } = new();

    public MemoryBlobs Blobs { get; }

    public SentMessages Sent { get; }

    public FeedWeb Web { get; }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-03-04T05:06:07Z", CultureInfo.InvariantCulture));

    public IReadOnlyList<ArticleFound> Found => [.. Sent.All.Where(message => message.Queue == Pipeline.ExtractArticle)
        .Select(message => JsonSerializer.Deserialize(message.Body, NewsWatchJson.Default.ArticleFound)!)];

    public IReadOnlyList<FeedHealthChanged> Notices => [.. Sent.All.Where(message => message.Queue == Pipeline.NotifyOperator)
        .Select(message => JsonSerializer.Deserialize(message.Body, NewsWatchJson.Default.FeedHealthChanged)!)];

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Makes these the watch list.</summary>
    public Task WatchAsync(params WatchedFeed[] feeds)
        => Get<WatchListStore>().ChangeAsync(_ => WatchList.Of("Test", feeds), alone: true, default);

    public Task WatchAsync(params string[] addresses)
        => WatchAsync([.. addresses.Select(address => new WatchedFeed($"Feed {address}", new(address)))]);

    public Task<PollSummary> PollAsync() => Get<FeedPoller>().PollAsync(default);

    /// <summary>Polls when the feed is next due.</summary>
    public async Task<PollSummary> PollWhenDueAsync(string address = Address)
    {
        var wait = (await StateAsync(address)).NextCheck!.Value - Clock.GetUtcNow();
        Clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        return await PollAsync();
    }

    public Task<FeedState> StateAsync(string address = Address) => Get<FeedStates>().ReadAsync(new("", new(address)), default);

    public async Task<Article> ArticleAsync(string address) => (await Get<ArticleStore>().ReadAsync(ArticleId.Of(new(address)), default))!;

    /// <summary>An RSS 2.0 feed of items given as link, title and, where it has one, date.</summary>
    public static string Rss(params (string Link, string Title, DateTimeOffset? Date)[] items)
    {
        var text = new StringBuilder("<rss version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/</link>");
        foreach (var (link, title, date) in items)
            text.Append(CultureInfo.InvariantCulture, $"<item><title>{title}</title><link>{link}</link>{(date is { } day ? $"<pubDate>{day.UtcDateTime:r}</pubDate>" : "")}</item>");
        return text.Append("</channel></rss>").ToString();
    }

    /// <summary>A feed of one item, dated an hour ago.</summary>
    public string Rss(string link, string title = "Ministers sign a pact") => Rss((link, title, Clock.GetUtcNow() - TimeSpan.FromHours(1)));

    public void Dispose() => services.Dispose();
}
