using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ClassifyArticle;
using NewsWatch.Fetching;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.TrackAgreement;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts;

/// <summary>Ledger and alerts as hosts register them, on stores in memory.</summary>
internal sealed class AlertsBench : IDisposable
{
    private readonly ServiceProvider services;
    private int noticed;

    public AlertsBench(params (string Key, string Value)[] settings)
    {
        Blobs = new(Crashes);
        Sent = new(Crashes);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => pair.Key.StartsWith("NewsWatch:", StringComparison.Ordinal) ? pair.Key : $"NewsWatch:SendAlerts:{pair.Key}", pair => (string?)pair.Value))
            .AddInMemoryCollection([new("NewsWatch:Fetching:AllowedNetworks:0", "127.0.0.0/8"), new("NewsWatch:TrackAgreement:LateAfterDays", "36500")])
            .Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IBlobs>(Blobs)
            .AddSingleton<IQueues>(Sent)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ArticleStore>()
            .AddFetching(configuration)
            .AddTrackAgreement(configuration)
            .AddSendAlerts(configuration)
            .BuildServiceProvider();
    }

    public Crashes Crashes { get; } = new();

    public MemoryBlobs Blobs { get; }

    public SentMessages Sent { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Files an article; returns the development it makes.</summary>
    public async Task<Development> NoticeAsync(params FoundAgreement[] found)
    {
        var article = Told.On("2017-01-08", noticed++ == 0 ? "ministry" : $"ministry{noticed}", found);
        await Get<ArticleStore>().CreateAsync(article, default);
        await Get<IStage<ArticleFlagged>>().HandleAsync(new(article.Id, "r"), default);
        return JsonSerializer.Deserialize(Sent.All[^1].Body, NewsWatchJson.Default.Development)!;
    }

    public Task<Development> NoticeAsync() => NoticeAsync(Told.Acsa(AgreementStage.Signed));

    public Task TellAsync(Development development) => Get<IStage<Development>>().HandleAsync(development, default);

    public NoticeRecord Record(Development development)
        => JsonSerializer.Deserialize(Blobs.Text($"alerts/{development.Id}.json"), AlertsJson.Default.NoticeRecord)!;

    public DeliveryState State(Development development, string channel)
        => Record(development).Deliveries.Single(delivery => delivery.Channel == channel).State;

    public static (string, string)[] Email(LoopbackSmtp server) =>
    [
        ("Email:Host", "127.0.0.1"),
        ("Email:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("Email:Security", "None"),
        ("Email:From", "NewsWatch <alerts@desk.example>"),
        ("Channels:mail:Kind", "Email"),
        ("Channels:mail:To:0", "reader@desk.example"),
    ];

    public void Dispose() => services.Dispose();
}
