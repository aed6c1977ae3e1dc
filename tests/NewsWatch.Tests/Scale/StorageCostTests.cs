using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.PollFeeds;
using NewsWatch.Storage.Azure;
using NewsWatch.Tests.Storage.Azure;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Scale;

/// <summary>
/// What one poll and one entry cost in operations of the storage account: the figures of <c>docs/scale.md</c>, which are not to grow
/// unnoticed.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class StorageCostTests(Azurite azurite, ITestOutputHelper output)
{
    private const int Hosts = 10, Entries = 4;

    [SkippableFact]
    public async Task A_poll_and_an_entry_cost_no_more_operations_than_is_written()
    {
        await using var server = await CountingServer.StartAsync(Hosts, Entries, TimeSpan.Zero);
        using var folder = new TemporaryFolder();
        var list = Path.Combine(folder.Path, "feeds.opml");
        await File.WriteAllTextAsync(list, server.WatchList());
        var meter = new StorageMeter();
        await using var services = Services(await azurite.NewAccountAsync(), list, meter);
        var poller = services.GetRequiredService<FeedPoller>();

        Assert.Equal(Hosts * Entries, (await poller.PollAsync(default)).Entries.New);
        Say("first poll", meter.Take(), Hosts);

        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System);
        Assert.Equal(Hosts, (await poller.PollAsync(default)).Unchanged);
        var unchanged = meter.Take();
        Say("poll of an unchanged feed", unchanged, Hosts);
        Assert.InRange(Total(unchanged, "blob read"), 1, 5 * Hosts);
        Assert.InRange(Total(unchanged, "blob write"), 1, 3 * Hosts);

        using var end = new CancellationTokenSource();
        var pumps = services.GetRequiredService<QueuePumps>();
        var working = pumps.RunAsync(PumpOptions.OnePass, end.Token);
        while (await pumps.CountAsync(default) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        await end.CancelAsync();
        await working;
        var entry = meter.Take();
        Say("entry that is read and has nothing", entry, Hosts * Entries);
        Assert.InRange(Total(entry, "blob read"), 1, 11 * Hosts * Entries);
        Assert.InRange(Total(entry, "blob write"), 1, 11 * Hosts * Entries);
        Assert.InRange(Total(entry, "queue send"), Hosts * Entries, 4 * Hosts * Entries);
    }

    private static int Total((IReadOnlyDictionary<string, int> Counts, long Bytes) taken, string kind) => taken.Counts.GetValueOrDefault(kind);

    private void Say(string what, (IReadOnlyDictionary<string, int> Counts, long Bytes) taken, int items)
        => output.WriteLine($"{what}: {StorageMeter.Line(taken, items)}");

    private static ServiceProvider Services(string storage, string list, StorageMeter meter)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsWatchStorage"] = storage,
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:PollFeeds:WatchList"] = list,
            ["NewsWatch:PollFeeds:MinInterval"] = "00:00:01",
            ["NewsWatch:PollFeeds:DefaultInterval"] = "00:00:01",
            ["NewsWatch:PollFeeds:MaxInterval"] = "00:00:01",
        }).Build();
        return new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<IConfiguration>(configuration)
            .AddNewsWatchHere(configuration, Path.GetTempPath(), creates: false)
            .AddSingleton(new StorageAccount(configuration, options => options.AddPolicy(meter, Azure.Core.HttpPipelinePosition.PerRetry)))
            .BuildServiceProvider();
    }
}
