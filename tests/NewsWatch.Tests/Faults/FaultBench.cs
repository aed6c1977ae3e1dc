using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ClassifyArticle;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.Poison;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.Storage.Azure;
using NewsWatch.Storage.Local;
using NewsWatch.TrackAgreement;
using NewsWatch.VerifyStore;

namespace NewsWatch.Tests.Faults;

/// <summary>
/// The pipeline over the scripted newsroom, in processes that may be disturbed: each is a set of services of its own over the same stores,
/// and what it had in memory goes with it.
/// </summary>
internal sealed class FaultBench(ScriptedNewsroom newsroom, string? account) : IDisposable
{
    // Built once: it keeps nothing of what it reads.
    private static readonly Lazy<ServiceProvider> Shared = new(() => new ServiceCollection()
        .AddLogging().AddNewsWatch(new ConfigurationBuilder().Build()).BuildServiceProvider());

    // In Azure a message that a dead process had comes again when it is visible again.
    private static readonly TimeSpan AzureVisibility = TimeSpan.FromSeconds(3);

    private readonly TemporaryFolder folder = new();

    /// <summary>Changes of the last process.</summary>
    public int Changes { get; private set; }

    /// <summary>What the last process ended by before its end; null where it came to it.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Runs a pass in a process of its own.</summary>
    /// <param name="pass">Which; from 1.</param>
    /// <param name="disturbance">What goes wrong.</param>
    /// <param name="later">Time since the pass was first begun.</param>
    /// <returns>True where it came to its end.</returns>
    public async Task<bool> RunAsync(int pass, Disturbance disturbance, TimeSpan later)
    {
        newsroom.Turn(pass);
        Failure = null;
        var process = new DisturbedProcess(disturbance);
        await using var services = Services(process, ScriptedNewsroom.At(pass) + later);
        try
        {
            await ReclaimAsync(services);
            await services.GetRequiredService<OnePass>().RunAsync(TimeSpan.FromSeconds(account is null ? 5 : 15), Meter.None, default);
            return !process.Ended;
        }
        catch (Exception failure) when (failure is EndedException or StorageUnavailableException || process.Ended)
        {
            Failure = failure;
            return false;
        }
        finally
        {
            Changes = process.Changes;
        }
    }

    /// <summary>What the stores say in the end: articles with their states, developments, alerts, and whatever is wrong.</summary>
    public async Task<string> TellAsync()
    {
        await using var services = Services(new(new("a look")), ScriptedNewsroom.At(ScriptedNewsroom.Passes).AddHours(1));
        var lines = new List<string>();
        var articles = services.GetRequiredService<ArticleStore>();
        await foreach (var id in articles.ListAsync(default))
            if (await articles.ReadAsync(id, default) is { } article)
                lines.Add($"article {article.Address.AbsolutePath} {article.State} in {string.Join(", ", article.FiledUnder.Order(StringComparer.Ordinal))}");
        await foreach (var dossier in services.GetRequiredService<DossierStore>().ListAsync(default))
            foreach (var noticed in dossier.Developments)
                lines.Add($"development {dossier.Id} {noticed.Development.Stage} {noticed.Development.Kind}");
        foreach (var alert in await services.GetRequiredService<OutgoingStore>().ReadAsync(null, default))
            lines.Add($"alert {alert.Development}");
        foreach (var queue in Pipeline.Queues)
            foreach (var message in await services.GetRequiredService<PoisonDesk>().ListAsync(queue, 100, default))
                lines.Add($"given up {queue} {message.Cause}");
        await foreach (var fault in services.GetRequiredService<StoreVerifier>().VerifyAsync(repair: false, (_, _) => { }, default))
            lines.Add($"wrong: {fault.Record} {fault.What}");
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private async Task ReclaimAsync(ServiceProvider services)
    {
        if (services.GetRequiredService<Undisturbed>().Queues is SqliteQueues queues)
            await queues.ReclaimAsync(default);
    }

    private ServiceProvider Services(DisturbedProcess process, DateTimeOffset now)
    {
        var settings = new Dictionary<string, string?>
        {
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
            ["NewsWatch:Fetching:PerHostConcurrency"] = "8",
            ["NewsWatch:PollFeeds:WatchList"] = WatchList(),
        };
        if (account is not null)
            settings["NewsWatchStorage"] = account;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new ShiftedClock(now - TimeProvider.System.GetUtcNow()))
            .AddSingleton(Shared.Value.GetRequiredService<AgreementClassifier>())
            .AddNewsWatchHere(configuration, folder.Path);
        services.AddSingleton(provider => account is null
            ? new Undisturbed(new FolderBlobs(provider.GetRequiredService<DataFolder>()), new SqliteQueues(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>()))
            : new Undisturbed(new AzureBlobs(provider.GetRequiredService<StorageAccount>()), new AzureQueues(provider.GetRequiredService<StorageAccount>())));
        services.AddSingleton<IBlobs>(provider => new DisturbedBlobs(provider.GetRequiredService<Undisturbed>().Blobs, process));
        services.AddSingleton<IQueues>(provider => new DisturbedQueues(
            provider.GetRequiredService<Undisturbed>().Queues, process, account is null ? TimeSpan.MaxValue : AzureVisibility));
        return services.BuildServiceProvider();
    }

    private string WatchList()
    {
        var file = folder.Combine("list.opml");
        var list = new StringBuilder("""<opml version="2.0"><head><title>Ours</title></head><body>""");
        foreach (var feed in newsroom.Feeds)
            list.Append(CultureInfo.InvariantCulture, $"""<outline type="rss" text="{feed.AbsolutePath}" xmlUrl="{feed}" />""");
        File.WriteAllText(file, list.Append("</body></opml>").ToString());
        return file;
    }

    /// <summary>The stores themselves.</summary>
    private sealed record Undisturbed(IBlobs Blobs, IQueues Queues) : IDisposable
    {
        public void Dispose() => (Queues as IDisposable)?.Dispose();
    }

    /// <summary>The system's clock, set to another time.</summary>
    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
