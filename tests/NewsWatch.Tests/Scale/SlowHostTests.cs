using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.PollFeeds;

namespace NewsWatch.Tests.Scale;

/// <summary>One host that answers after many seconds among others that answer at once, in one process with its four workers a queue.</summary>
public sealed class SlowHostTests
{
    [Fact]
    public async Task A_slow_host_holds_its_own_share_of_the_workers_and_no_more()
    {
        const int Hosts = 7, Entries = 6;
        await using var server = await CountingServer.StartAsync(Hosts, Entries, TimeSpan.Zero);
        var slow = server.Hosts[0];
        server.Delay(slow, TimeSpan.FromSeconds(20));
        using var folder = new TemporaryFolder();
        var list = Path.Combine(folder.Path, "feeds.opml");
        await File.WriteAllTextAsync(list, server.WatchList());
        await using var services = Services(folder.Path, list);
        using var end = new CancellationTokenSource();
        var working = services.GetRequiredService<QueuePumps>().RunAsync(PumpOptions.OnePass, end.Token);
        await services.GetRequiredService<FeedPoller>().PollAsync(default);

        var articles = services.GetRequiredService<ArticleStore>();
        var began = TimeProvider.System.GetTimestamp();
        var (good, bad) = (0, 0);
        while (good < (Hosts - 1) * Entries && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(18))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            (good, bad) = (0, 0);
            await foreach (var id in articles.ListAsync(default))
                if (await articles.ReadAsync(id, default) is { State: not ArticleState.Pending } done)
                    _ = done.Address.Host == slow ? bad++ : good++;
        }
        await end.CancelAsync();
        await working;
        Assert.Equal(((Hosts - 1) * Entries, 0), (good, bad));
    }

    private static ServiceProvider Services(string folder, string list)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00.200",
            ["NewsWatch:PollFeeds:WatchList"] = list,
        }).Build();
        return new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<IConfiguration>(configuration)
            .AddNewsWatchHere(configuration, Path.Combine(folder, "data"))
            .BuildServiceProvider();
    }
}
