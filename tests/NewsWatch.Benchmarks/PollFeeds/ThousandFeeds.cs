using System.Diagnostics;
using System.Globalization;
using CodeHollow.FeedReader;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.Benchmarks.PollFeeds;

/// <summary>
/// A thousand feeds polled in one pass, beside a plain loop over them with HttpClient and CodeHollow.FeedReader, one after another and
/// sixteen at once. The loops keep nothing; the poller keeps articles, journal, messages and states in a folder.
/// </summary>
internal static class ThousandFeeds
{
    private const int Feeds = 1000;
    private const int AtOnce = 16;

    /// <summary>Runs it all once and prints a table.</summary>
    public static async Task<int> RunAsync()
    {
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["feeds", "serve"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var folder = Directory.CreateTempSubdirectory("newswatch-feeds-").FullName;
        try
        {
            var address = new Uri((await server.StandardOutput.ReadLineAsync())!);
            var feeds = Enumerable.Range(0, Feeds).Select(number => new WatchedFeed($"Feed {number}", new(address, $"/feed/{number}"))).ToList();
            Console.WriteLine("| pass | seconds | feeds a second | read | same | failed | new entries | peak managed MB | allocated MB |\n|---|---|---|---|---|---|---|---|---|");
            await PlainAsync("plain loop", feeds, 1);
            await PlainAsync("plain loop, 16 at once", feeds, AtOnce);
            await PollAsync(folder, feeds, address);
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task PlainAsync(string name, List<WatchedFeed> feeds, int atOnce)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var (read, failed, entries) = (0, 0, 0);
        await MeasureAsync(name, async () =>
        {
            await Parallel.ForEachAsync(feeds, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (feed, cancellation) =>
            {
                try
                {
                    var parsed = FeedReader.ReadFromByteArray(await client.GetByteArrayAsync(feed.Address, cancellation));
                    Interlocked.Increment(ref read);
                    Interlocked.Add(ref entries, parsed.Items.Count);
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref failed);
                }
            });
            return (read, 0, failed, entries);
        });
    }

    private static async Task PollAsync(string folder, List<WatchedFeed> feeds, Uri address)
    {
        var clock = new OffsetClock();
        await using var services = Services(folder, clock);
        await services.GetRequiredService<WatchListStore>().ChangeAsync(_ => WatchList.Of("Thousand", feeds), alone: true, default);
        using var client = new HttpClient();
        string[] passes = ["poll, every entry new", "poll, every body changed, no entry new", "poll, nothing changed"];
        for (var pass = 0; pass < passes.Length; pass++)
        {
            using var turned = await client.GetAsync(new Uri(address, $"/generation/{Math.Min(pass, 1)}"));
            await MeasureAsync(passes[pass], async () =>
            {
                var summary = await services.GetRequiredService<FeedPoller>().PollAsync(default);
                return summary.Polled == Feeds
                    ? (summary.Read, summary.Unchanged, summary.Failed, summary.Entries.New)
                    : throw new InvalidOperationException($"{summary.Polled} feeds were polled, {summary.Postponed} postponed, {summary.NotDue} not due.");
            });
            clock.Offset += TimeSpan.FromDays(2);
        }
    }

    private static ServiceProvider Services(string folder, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NewsWatch:PollFeeds:Concurrency"] = AtOnce.ToString(CultureInfo.InvariantCulture),
            ["NewsWatch:PollFeeds:ConcurrencyPerHost"] = AtOnce.ToString(CultureInfo.InvariantCulture),
            ["NewsWatch:PollFeeds:TimeBudget"] = "00:30:00",
            ["NewsWatch:Fetching:PerHostConcurrency"] = AtOnce.ToString(CultureInfo.InvariantCulture),
            ["NewsWatch:Fetching:PerHostSpacing"] = "00:00:00",
            ["NewsWatch:Fetching:AllowedNetworks:0"] = "127.0.0.0/8",
        }).Build();
        return new ServiceCollection().AddLogging().AddSingleton(clock).AddNewsWatch(configuration).AddLocalStorage(folder).BuildServiceProvider();
    }

    private static async Task MeasureAsync(string name, Func<Task<(int Read, int Same, int Failed, int Entries)>> pass)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes();
        var peak = 0L;
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            }
        });
        var started = Stopwatch.GetTimestamp();
        var (read, same, failed, entries) = await pass();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync();
        await watching;
        const double MegaByte = 1024 * 1024;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {seconds:0.0} | {Feeds / seconds:0} | {read} | {same} | {failed} | {entries} | {peak / MegaByte:0} | {(GC.GetTotalAllocatedBytes() - allocated) / MegaByte:0} |"));
    }
}
