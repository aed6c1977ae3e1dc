using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ClassifyArticle;
using NewsWatch.Fetching;
using NewsWatch.Notices;
using NewsWatch.NotifyOperator;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.Tests.Notices;
using NewsWatch.Tests.TrackAgreement;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts;

/// <summary>Ledger and alerts as hosts register them, on stores in memory, from noon of Sunday, 8 January 2017 on.</summary>
internal sealed class AlertsBench : IDisposable
{
    private readonly ServiceProvider services;
    private int noticed;
    private int delivered;

    public AlertsBench(params (string Key, string Value)[] settings)
        : this(isFirstPass: false, settings)
    {
    }

    public AlertsBench(bool isFirstPass, (string Key, string Value)[] settings)
    {
        Blobs = new(Crashes);
        Sent = new(Crashes);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(
                pair.Key.StartsWith("NewsWatch:", StringComparison.Ordinal) ? pair.Key
                    : $"NewsWatch:SendAlerts:{pair.Key}", (string?)pair.Value)))
            .AddInMemoryCollection([new("NewsWatch:Fetching:AllowedNetworks:0", "127.0.0.0/8"), new("NewsWatch:TrackAgreement:LateAfterDays", "36500")])
            .Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IBlobs>(Blobs)
            .AddSingleton<IQueues>(Sent)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ArticleStore>()
            .AddSingleton<Journal>().AddSingleton<DamagedRecords>()
            .AddFetching(configuration)
            .AddClassifyArticle(configuration)
            .AddTrackAgreement(configuration)
            .AddNotices(configuration)
            .AddNotifyOperator(configuration)
            .AddSendAlerts(configuration)
            .BuildServiceProvider();
        if (!isFirstPass)
            Blobs.WriteAsync(
                "outgoing/first-pass.json", """{"began":"2017-01-01T00:00:00Z","isOver":true}"""u8.ToArray(), WriteCondition.Always, default).Wait();
    }

    public static AlertsBench Start(params (string Key, string Value)[] settings) => new(settings);

    public Crashes Crashes { get; } = new();

    public MemoryBlobs Blobs { get; }

    public SentMessages Sent { get; }

    public FakeTimeProvider Time { get; } = new(new(2017, 1, 8, 12, 0, 0, TimeSpan.Zero));

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Files an article; returns the development it makes.</summary>
    public async Task<Development> NoticeAsync(params FoundAgreement[] found)
    {
        var article = Told.On("2017-01-08", noticed++ == 0 ? "ministry" : $"ministry{noticed}", found);
        await Get<ArticleStore>().CreateAsync(article, default);
        await Get<IStage<ArticleFlagged>>().HandleAsync(new(article.Id, "r"), default);
        return Last();
    }

    public Task<Development> NoticeAsync() => NoticeAsync(Told.Acsa(AgreementStage.Signed));

    /// <summary>Dismisses the article of a development and takes back what it told, as the ledger does.</summary>
    public async Task<Development> TakeBackAsync(Development told)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        await Get<DossierStore>().UpdateAsync(
            told.Agreement,
            found => found! with
            {
                Entries =
                [
                    .. found.Entries.Select(entry => entry.Article == told.Article
                        ? entry with { Standing = EntryStanding.Dismissed, Decision = new("Ines", Time.GetUtcNow(), "a rehearsal") }
                        : entry),
                ],
            },
            default);
        return told with
        {
            Id = $"{told.Id}_taken-back",
            Kind = DevelopmentKind.Correction,
            Corrects = told.Id,
            Stage = AgreementStage.Mentioned,
            Previous = told.Stage,
            At = Time.GetUtcNow(),
        };
    }

    public Task TellAsync(Development development) => Get<IStage<Development>>().HandleAsync(development, default);

    /// <summary>Handles what was sent to the stage since the last time, each when it is due.</summary>
    public async Task DrainAsync(int most = 50)
    {
        for (; delivered < Sent.All.Count; delivered++)
            if (Sent.All[delivered] is { Queue: Pipeline.SendAlerts } message)
            {
                Assert.True(most-- > 0, "the stage sends itself messages without end");
                Time.Advance(message.Delay);
                await TellAsync(Read(message.Body));
            }
    }

    /// <summary>Sends what is due, and handles what that brings about.</summary>
    public async Task SendDueAsync(bool passIsDone = false)
    {
        delivered = Sent.All.Count;
        await Get<DigestSender>().SendDueAsync(passIsDone, default);
        await DrainAsync();
    }

    /// <summary>Leaves what was sent so far to the ledger.</summary>
    public void Skip() => delivered = Sent.All.Count;

    public NoticeRecord Record(Development development)
        => JsonSerializer.Deserialize(Blobs.Text($"alerts/{development.Id}.json"), NoticesJson.Default.NoticeRecord)!;

    public IReadOnlyList<NoticeDelivery> Deliveries(Development development, string channel)
        => [.. Record(development).Deliveries.Where(delivery => delivery.Channel == channel)];

    public DeliveryState State(Development development, string channel) => Assert.Single(Deliveries(development, channel)).State;

    public static (string, string)[] Email(LoopbackSmtp server) =>
    [
        ("Email:Host", "127.0.0.1"),
        ("Email:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("Email:Security", "None"),
        ("Email:From", "NewsWatch <alerts@desk.example>"),
        ("Channels:mail:Kind", "Email"),
        ("Channels:mail:To:0", "reader@desk.example"),
    ];

    public static (string, string)[] Slack(string name, LoopbackHook hook)
        => [($"Channels:{name}:Kind", "Slack"), ($"Channels:{name}:Address", hook.Address.AbsoluteUri)];

    public void Dispose() => services.Dispose();

    private Development Last() => Read(Sent.All[^1].Body);

    private static Development Read(string body) => JsonSerializer.Deserialize(body, NewsWatchJson.Default.Development)!;
}
