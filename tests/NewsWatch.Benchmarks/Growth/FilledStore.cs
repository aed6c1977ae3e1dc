using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.ExtractArticle.Identity;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>
/// Fills a data folder with years of news: articles, other addresses, stories, the ledger and every journal through the stores that the
/// pipeline writes by, over <see cref="BulkBlobs"/>. Filings of one page of the ledger are taken some at a time.
/// </summary>
internal sealed class FilledStore : IAsyncDisposable
{
    private const int FiledAtOnce = 10;

    private readonly FillingClock clock = new();
    private readonly BulkBlobs blobs;
    private readonly ServiceProvider services;
    private readonly ArticleStore articles;
    private readonly Journal journal;
    private readonly Dictionary<string, List<(Article Article, PageFiling Filing)>> unfiled = new(StringComparer.Ordinal);
    private readonly KnownAgreements known;

    private FilledStore(string folder)
    {
        blobs = new(folder);
        services = new ServiceCollection().AddLogging(logging => logging.ClearProviders()).AddSingleton<TimeProvider>(clock)
            .AddSingleton<IBlobs>(blobs).AddSingleton<IQueues>(new NoQueues())
            .AddNewsWatch(new ConfigurationBuilder().Build()).BuildServiceProvider();
        articles = services.GetRequiredService<ArticleStore>();
        journal = services.GetRequiredService<Journal>();
        known = services.GetRequiredService<KnownAgreements>();
    }

    /// <summary>Fills an empty folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="count">Articles, the last of them found now.</param>
    public static async Task FillAsync(string folder, int count)
    {
        await using var store = new FilledStore(folder);
        foreach (var article in new InventedNewsroom(count, TimeProvider.System.GetUtcNow()).Articles())
            await store.AddAsync(article);
        foreach (var page in store.unfiled.Keys.ToList())
            await store.FileAsync(page);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        blobs.Dispose();
    }

    private async Task AddAsync(Article article)
    {
        clock.Now = article.FoundAt;
        var mention = article.Mentions[0];
        await journal.AppendAsync(
            new(JournalKind.Found, clock.Now, article.Id, mention.Title, article.Address) { Published = mention.Published, Site = mention.FeedTitle }, default);
        if (article.Content is { } content)
        {
            await services.GetRequiredService<AddressClaims>().ClaimAsync(article.Address, article.Id, content, default);
            if (content.Signature is { } signature && article.State != ArticleState.Blocked)
                await services.GetRequiredService<StoryIndex>().AppendAsync(new(article.Id, article.Address.Host, content.Hash, signature), default);
        }
        if (article.Story is { } story)
            await services.GetRequiredService<StoryStore>().AddAsync(
                story, [new(article.Id, article.Address.Host, article.Content!.Title, article.Address, article.Content.Published, null)], default);
        await journal.AppendAsync(JournalEntry.OfOutcome(article, clock.Now), default);
        if (ArticleFiling.Of(article, known, clock.Now).ByPage.FirstOrDefault() is { } filing)
        {
            if (!unfiled.TryGetValue(filing.Key, out var waiting))
                unfiled[filing.Key] = waiting = [];
            waiting.Add((article with { LedgerPages = [filing.Key] }, new(article.Id, [.. filing], clock.Now)));
            if (waiting.Count == FiledAtOnce)
                await FileAsync(filing.Key);
        }
        else
            await articles.CreateAsync(article, default);
    }

    private async Task FileAsync(string key)
    {
        var waiting = unfiled[key];
        var page = await services.GetRequiredService<LedgerWriter>().ChangeAsync(
            key, page => waiting.Aggregate(page, (filed, one) => one.Filing.On(filed)), known, waiting[^1].Article.Id, default);
        var fold = PageFold.Of(page!, known);
        foreach (var (article, _) in waiting)
            await articles.CreateAsync(
                article with { FiledUnder = [.. fold.Instruments.Where(one => one.Entries.Exists(entry => entry.Article == article.Id)).Select(one => one.Id!)] },
                default);
        unfiled.Remove(key);
    }
}

/// <summary>A clock that stands where it is put.</summary>
internal sealed class FillingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
