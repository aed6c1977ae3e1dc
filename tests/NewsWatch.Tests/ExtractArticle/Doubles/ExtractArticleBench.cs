using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ExtractArticle;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.Storage;

namespace NewsWatch.Tests.ExtractArticle.Doubles;

/// <summary>The stage as hosts register it, on stores in memory and a web of its own.</summary>
internal sealed class ExtractArticleBench : IDisposable
{
    private readonly ServiceProvider services;

    public ExtractArticleBench(IReadOnlyDictionary<string, string?>? settings = null, bool realReader = false)
    {
        Blobs = new(Crashes);
        Sent = new(Crashes);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var registered = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IBlobs>(Blobs)
            .AddSingleton<IQueues>(Sent)
            .AddSingleton<IFetcher>(Web)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ArticleStore>()
            .AddSingleton<Journal>().AddSingleton<DamagedRecords>();
        if (!realReader)
            registered.AddSingleton<ReadPage>(Web.Read);
        services = registered.AddExtractArticle(configuration).BuildServiceProvider();
    }

    public Crashes Crashes { get; } = new();

    public MemoryBlobs Blobs { get; }

    public SentMessages Sent { get; }

    public Web Web { get; } = new();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-03-04T05:06:07Z", CultureInfo.InvariantCulture));

    public IStage<ArticleFound> Stage => Get<IStage<ArticleFound>>();

    public IEnumerable<ArticleExtracted> Extracted => Sent.All.Where(message => message.Queue == Pipeline.ClassifyArticle)
        .Select(message => JsonSerializer.Deserialize(message.Body, NewsWatchJson.Default.ArticleExtracted)!);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<Article> ArticleAsync(string id) => (await Get<ArticleStore>().ReadAsync(id, default))!;

    public async Task<List<JournalEntry>> JournalAsync()
    {
        var lines = new List<JournalEntry>();
        await foreach (var line in Get<Journal>().ReadAsync(null, default))
            lines.Add(line);
        return lines;
    }

    /// <summary>Stores an entry as the poller does; returns the message that announces it.</summary>
    public async Task<ArticleFound> AnnounceAsync(string address, string title = "Feed title", string summary = "What the feed says.", string feed = "wire", string? link = null)
    {
        var uri = new Uri(address);
        var mention = new FeedMention(feed, $"Feed {feed}", link is null ? uri : new(link), title, summary, Clock.GetUtcNow(), ArticleId.Hash(title + summary));
        var article = new Article { Id = ArticleId.Of(uri), Address = uri, FoundAt = Clock.GetUtcNow(), Mentions = [mention] };
        if (!await Get<ArticleStore>().CreateAsync(article, default))
            await Get<ArticleStore>().UpdateAsync(
                article.Id,
                found => found with { Mentions = [.. found.Mentions.Where(known => known.Feed != feed), mention] },
                default);
        return new(article.Id, mention.Fingerprint);
    }

    /// <summary>Announces and handles; returns the article as it stands then.</summary>
    public async Task<Article> HandleAsync(string address, string title = "Feed title", string summary = "What the feed says.", string feed = "wire", string? link = null)
    {
        var message = await AnnounceAsync(address, title, summary, feed, link);
        await Stage.HandleAsync(message, default);
        return await ArticleAsync(message.Article);
    }

    public void Dispose() => services.Dispose();
}
