using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.ClassifyArticle;
using NewsWatch.CompactStore;
using NewsWatch.DecideArticle;
using NewsWatch.ExtractArticle.Identity;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Review;
using NewsWatch.Review.Health;
using NewsWatch.Review.Search;
using NewsWatch.Storage;
using NewsWatch.Storage.Local;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;
using NewsWatch.VerifyStore;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>What is measured over a filled store, a process a subject, so that the memory of one is not another's.</summary>
internal sealed class GrowthMeasures
{
    private const int Times = 10;

    private static readonly (string What, string Address)[] Pages =
    [
        ("review list, first page", "/"),
        ("all articles, first page", "/?tab=all"),
        ("all articles, page 20", "/?tab=all&page=20"),
        ("filtered: a party, reports", "/?tab=reports&party=JP"),
        ("filtered: a language, a week", "/?tab=all&lang=ja&after=7d"),
        ($"search: a word of every article", $"/?tab=all&q={InventedWords.Everywhere}"),
        ($"search: a rare word", $"/?tab=all&q={InventedWords.Rare}"),
        ($"search: a word of none", $"/?tab=all&q={InventedWords.Nowhere}"),
        ("agreements", "/agreements"),
        ("counters of the health page", "/health"),
        ("accuracy", "/accuracy"),
        ("API: articles", "/api/articles"),
    ];

    private readonly string folder;
    private readonly CountingBlobs blobs;
    private readonly GrowthMeter meter;

    private GrowthMeasures(string folder, int articles)
    {
        this.folder = folder;
        blobs = new(new FolderBlobs(new DataFolder(folder)));
        meter = new(blobs, articles);
    }

    /// <summary>What can be measured, in the order in which it is.</summary>
    public static IReadOnlyDictionary<string, Func<GrowthMeasures, Task>> Subjects { get; } = new Dictionary<string, Func<GrowthMeasures, Task>>(StringComparer.Ordinal)
    {
        ["index"] = measures => measures.IndexAsync(),
        ["desk"] = measures => measures.DeskAsync(),
        ["status"] = measures => measures.StatusAsync(),
        ["entry"] = measures => measures.EntryAsync(),
        ["decide"] = measures => measures.DecideAsync(),
        ["export"] = measures => measures.ExportAsync(),
        ["compact"] = measures => measures.CompactAsync(),
        ["verify"] = measures => measures.VerifyAsync(),
    };

    /// <summary>Measures one subject and prints its rows.</summary>
    public static async Task<int> RunAsync(string subject, string folder, int articles)
    {
        var measures = new GrowthMeasures(folder, articles);
        await Subjects[subject](measures);
        measures.meter.PrintPeak(subject);
        return 0;
    }

    /// <summary>The desk's index built of a store that has none.</summary>
    private Task IndexAsync() => meter.MeasureAsync("index built", 1, async () =>
    {
        await using var desk = await StartAsync();
        using var browser = Browser(desk);
        while ((await browser.GetStringAsync(new Uri("/", UriKind.Relative))).Contains("still being built", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, default);
    });

    private async Task DeskAsync()
    {
        WebApplication? desk = null;
        await meter.MeasureAsync("desk started, first page", 1, async () =>
        {
            desk = await StartAsync();
            using var first = Browser(desk);
            await first.GetStringAsync(new Uri("/", UriKind.Relative));
        });
        await using var running = desk!;
        using var browser = Browser(running);
        foreach (var (what, address) in Pages)
            await meter.MeasureAsync(what, Times, () => browser.GetStringAsync(new Uri(address, UriKind.Relative)));
        var busiest = Busiest("agreements");
        await meter.MeasureAsync($"dossier, the longest", Times, () => browser.GetStringAsync(new Uri($"/agreements/{busiest}", UriKind.Relative)));
    }

    private async Task StatusAsync()
    {
        await using var services = Services();
        var counts = services.GetRequiredService<EntryCounts>();
        await meter.MeasureAsync("status, the first of a store", 1, () => counts.ReadAllAsync(default));
        await meter.MeasureAsync("status", Times, () => counts.ReadAllAsync(default));
        await meter.MeasureAsync("sweep", 1, () => services.GetRequiredService<StoreSweeper>().SweepAsync(default));
    }

    /// <summary>What a new entry is looked up in.</summary>
    private async Task EntryAsync()
    {
        await using var services = Services();
        var now = TimeProvider.System.GetUtcNow();
        var (claims, stories) = (services.GetRequiredService<AddressClaims>(), services.GetRequiredService<StoryFinder>());
        var known = await services.GetRequiredService<ArticleStore>().ReadAsync(Busiest("articles"), default);
        await meter.MeasureAsync("new entry: address known", Times, () => claims.ClaimAsync(known!.Address, "another", known.Content!, default));
        var number = 0;
        Article Next()
        {
            var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://new.example/{now.UtcTicks}-{number++}"));
            var content = InventedNewsroom.Content("Invented", new InventedWords(new Random(number)).Text(120), now, "New", "en");
            return known! with { Id = ArticleId.Of(address), Address = address, Content = content };
        }
        Func<Task> find = () => Next() is var article ? stories.FindAsync(article, article.Content!, default) : Task.CompletedTask;
        await meter.MeasureAsync("new entry: reprint of none, first of a process", 1, find);
        await meter.MeasureAsync("new entry: reprint of none", Times, find);
    }

    private async Task DecideAsync()
    {
        await using var services = Services();
        var (decider, tracker) = (services.GetRequiredService<ArticleDecider>(), services.GetRequiredService<IStage<ArticleFlagged>>());
        var longest = await services.GetRequiredService<DossierStore>().ReadAsync(Busiest("agreements"), default);
        Console.WriteLine($"| longest dossier: {longest!.Entries.Count} entries | | | | | | | | |");
        var article = longest.Entries.Last(entry => !entry.Background).Article;
        var number = 0;
        await meter.MeasureAsync("decision kept", Times, () => decider.ConfirmAsync(article, "Ana", $"{number++}", default));
        await meter.MeasureAsync("decision filed, longest dossier", 3, async () =>
        {
            await decider.ConfirmAsync(article, "Ana", $"{number++}", default);
            await tracker.HandleAsync(new(article, ""), default);
        });
    }

    private async Task CompactAsync()
    {
        await using var services = Services();
        var compactor = services.GetRequiredService<StoreCompactor>();
        await meter.MeasureAsync("compaction, the first", 1, () => compactor.CompactAsync(default));
        await meter.MeasureAsync("compaction, nothing to do", 1, () => compactor.CompactAsync(default));
    }

    private async Task ExportAsync()
    {
        await using var services = Services();
        await meter.MeasureAsync("export of the ledger", 1, () => AgreementExport.WriteAsync(
            Stream.Null, ExportFormat.JsonLines, services.GetRequiredService<AgreementExport>().ReadAsync(default), default));
    }

    private async Task VerifyAsync()
    {
        await using var services = Services();
        var faults = new List<StoreFault>();
        await meter.MeasureAsync("verify", 1, async () =>
        {
            await foreach (var fault in services.GetRequiredService<StoreVerifier>().VerifyAsync(repair: false, (_, _) => { }, default))
                faults.Add(fault);
        });
        foreach (var fault in faults.Take(3))
            Console.WriteLine($"| {faults.Count} faults, as: {fault.Record} {fault.What} | | | | | | | | |");
    }

    /// <summary>Id of the longest record of a kind.</summary>
    private string Busiest(string kind) => new DirectoryInfo(Path.Combine(folder, "blobs", kind)).EnumerateFiles("*.json")
        .Take(20_000).MaxBy(file => file.Length)!.Name[..^".json".Length];

    private ServiceProvider Services() => new ServiceCollection().AddLogging(logging => logging.ClearProviders()).AddSingleton<IBlobs>(blobs)
        .AddSingleton<IQueues>(new NoQueues()).AddNewsWatch(new ConfigurationBuilder().Build())
        .AddArticleLookup(Path.Combine(folder, "index")).BuildServiceProvider();

    private static HttpClient Browser(WebApplication app)
    {
        var browser = new HttpClient { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromHours(3) };
        browser.DefaultRequestHeaders.Accept.Add(new("text/html"));
        return browser;
    }

    private async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration["NewsWatch:Review:IndexFolder"] = Path.Combine(folder, "index");
        builder.Services.AddSingleton<IBlobs>(blobs).AddSingleton<IQueues>(new NoQueues()).AddNewsWatch(builder.Configuration);
        builder.Services.AddReview(builder.Configuration);
        var app = builder.Build();
        app.MapReview();
        await app.StartAsync();
        return app;
    }
}
