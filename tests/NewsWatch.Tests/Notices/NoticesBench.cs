using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Fetching;
using NewsWatch.Notices;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.Notices;

/// <summary>Channels as hosts register them, over a store in memory, on the system's clock.</summary>
internal sealed class NoticesBench : IDisposable
{
    private readonly ServiceProvider services;

    public NoticesBench(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"NewsWatch:SendAlerts:{pair.Key}", (string?)pair.Value)))
            .AddInMemoryCollection(
                [new("NewsWatch:Fetching:AllowedNetworks:0", "127.0.0.0/8"), new("NewsWatch:Fetching:Timeout", "00:00:01")])
            .Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IBlobs>(Blobs)
            .AddSingleton(TimeProvider.System)
            .AddFetching(configuration)
            .AddNotices(configuration)
            .BuildServiceProvider();
    }

    public static NoticesBench Start(params (string Key, string Value)[] settings) => new(settings);

    public MemoryBlobs Blobs { get; } = new(new Crashes());

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<ChannelOutcome> TryAsync(Notice notice, string channel = "desk")
    {
        var recipient = Get<NoticeChannels>().Find(channel)!.Recipients[0];
        return Get<NoticeSender>().TryAsync(notice, new(channel, recipient), default);
    }

    public void Dispose() => services.Dispose();

    public static (string, string)[] Email(LoopbackSmtp server, params string[] to) =>
    [
        ("Email:Host", "127.0.0.1"),
        ("Email:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("Email:Security", "None"),
        ("Email:From", "NewsWatch <alerts@desk.example>"),
        ("Channels:desk:Kind", "Email"),
        .. to.Select((address, index) => ($"Channels:desk:To:{index}", address)),
    ];
}
