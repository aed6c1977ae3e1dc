using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ClassifyArticle;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.TrackAgreement;

/// <summary>The ledger as hosts register it, on stores in memory.</summary>
internal sealed class LedgerBench : IDisposable
{
    private readonly ServiceProvider services;

    /// <summary>A ledger to which nothing is late, and nothing known beforehand but <paramref name="known"/>.</summary>
    public LedgerBench(int lateAfterDays = 36500, params KnownAgreement[] known)
    {
        Blobs = new(Crashes);
        Sent = new(Crashes);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IBlobs>(Blobs)
            .AddSingleton<IQueues>(Sent)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ArticleStore>()
            .AddSingleton<Journal>().AddSingleton<DamagedRecords>()
            .AddSingleton(new KnownAgreements(known))
            .AddTrackAgreement(new ConfigurationBuilder()
                .AddInMemoryCollection([new("NewsWatch:TrackAgreement:LateAfterDays", lateAfterDays.ToString(CultureInfo.InvariantCulture))]).Build())
            .BuildServiceProvider();
    }

    public Crashes Crashes { get; } = new();

    public MemoryBlobs Blobs { get; }

    public SentMessages Sent { get; }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-03-04T05:06:07Z", CultureInfo.InvariantCulture));

    /// <summary>What was sent to the alerts, in order.</summary>
    public IReadOnlyList<Development> Developments => [.. Sent.All.Where(message => message.Queue == Pipeline.SendAlerts)
        .Select(message => JsonSerializer.Deserialize(message.Body, NewsWatchJson.Default.Development)!)];

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Dossier?> DossierAsync(string id) => Get<DossierStore>().ReadAsync(id, default);

    /// <summary>Stores an article and files it.</summary>
    public async Task FileAsync(Article article)
    {
        await StoreAsync(article);
        await HandleAsync(article.Id);
    }

    public Task StoreAsync(Article article) => Get<ArticleStore>().CreateAsync(article, default);

    public Task HandleAsync(string article) => Get<IStage<ArticleFlagged>>().HandleAsync(new(article, "r"), default);

    public async Task DecideAsync(string article, Decision decision)
    {
        await Get<ArticleStore>().UpdateAsync(article, found => found with { Decisions = [.. found.Decisions, decision] }, default);
        await HandleAsync(article);
    }

    public void Dispose() => services.Dispose();
}
