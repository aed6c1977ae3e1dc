using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatch.Cli;
using NewsWatch.Tests.Storage.Azure;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Scale;

/// <summary>
/// Several processes over one Azure store and one counting server: together they ask no host oftener than the settings say, no feed and no
/// robots.txt twice, and every entry ends once. The long form is <c>NEWSWATCH_SCALE=long dotnet test tests/NewsWatch.Tests -c Release --filter
/// FullyQualifiedName~ScaleTests --logger "console;verbosity=detailed"</c>, which prints the table of <c>docs/scale.md</c>.
/// </summary>
[Collection(AzuriteTests.Name)]
public sealed class ScaleTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>
    /// How much earlier than its turn a request may seem to come: those before it came late, by what it takes to open a connection and to be
    /// served by a machine that does much else: 1.03 s were seen. Less than a spacing, so that of three requests one too many is noticed, and of more
    /// the more surely.
    /// </summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(2);
    private const int Places = 2;

    [SkippableFact]
    public async Task Three_processes_hurry_no_host_and_do_nothing_twice()
    {
        await using var server = await CountingServer.StartAsync(hosts: 8, entries: 4, TimeSpan.FromMilliseconds(300));
        var run = await RunAsync(server, processes: 3, TimeSpan.FromMinutes(2));
        Check(server, run);
    }

    [SkippableTheory]
    [InlineData(1, 20, 10, 3000)]
    [InlineData(2, 20, 10, 3000)]
    [InlineData(4, 20, 10, 3000)]
    [InlineData(4, 4, 30, 300)]
    public async Task Throughput_grows_with_processes_for_many_hosts(int processes, int hosts, int entries, int milliseconds)
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("NEWSWATCH_SCALE") == "long", "the long form: set NEWSWATCH_SCALE=long");
        await using var server = await CountingServer.StartAsync(hosts, entries, TimeSpan.FromMilliseconds(milliseconds));
        var run = await RunAsync(server, processes, TimeSpan.FromMinutes(12));
        Check(server, run);
        var pages = server.Requests.Where(request => request.Path.StartsWith("/a/", StringComparison.Ordinal)).ToList();
        var seconds = Stopwatch.GetElapsedTime(pages.Min(page => page.Began), pages.Max(page => page.Ended)).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {processes} | {hosts} | {entries} | {milliseconds} | {seconds:0} | {server.Entries / seconds:0.0} | {Busiest(server):0.00} | {MostAtOnce(server)} | {run.Processor.TotalMilliseconds / server.Entries:0} |"));
    }

    private async Task<Run> RunAsync(CountingServer server, int processes, TimeSpan limit)
    {
        var storage = await azurite.NewAccountAsync();
        await using var fleet = new WorkerFleet();
        for (var process = 0; process < processes; process++)
            await fleet.AddAsync(
                storage,
                server.WatchList(),
                ("PollSchedule", "0/2 * * * * *"),
                ("NewsWatch__Fetching__PerHostSpacing", Spacing.ToString()),
                ("NewsWatch__Fetching__PerHostConcurrency", Places.ToString(CultureInfo.InvariantCulture)));
        await using var store = Store(storage);
        var articles = store.GetRequiredService<ArticleStore>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var began = Stopwatch.GetTimestamp();
        while (done.Count < server.Entries && Stopwatch.GetElapsedTime(began) < limit)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1000), TimeProvider.System);
            await foreach (var id in articles.ListAsync(default))
                if (!done.Contains(id) && await articles.ReadAsync(id, default) is { State: not ArticleState.Pending })
                    done.Add(id);
        }
        var processor = fleet.ProcessorTime;

        // Time for what would come twice to come.
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        var outcomes = new List<JournalEntry>();
        await foreach (var line in store.GetRequiredService<Journal>().ReadAsync(null, default))
            if (line.Kind == JournalKind.Outcome)
                outcomes.Add(line);
        return new(done.Count, outcomes, processor, fleet.Errors);
    }

    private static void Check(CountingServer server, Run run)
    {
        Assert.True(run.Done == server.Entries, $"{run.Done} of {server.Entries} entries are done; {run.Errors}");
        Assert.Equal(server.Entries, run.Outcomes.DistinctBy(line => (line.Article, line.State)).Count());
        Assert.All(run.Outcomes, line => Assert.Equal(ArticleState.NotFlagged, line.State));
        Assert.All(
            server.Requests.Where(request => request.Path is "/feed" or "/robots.txt").GroupBy(request => (request.Host, request.Path)),
            same => Assert.Single(same));

        // A store that is slow to say so has a message sent twice: at least once is what is promised.
        Assert.InRange(server.Requests.Count(request => request.Path.StartsWith("/a/", StringComparison.Ordinal)), server.Entries, server.Entries * 1.1);
        Assert.All(server.Hosts, host => Assert.Contains(server.Requests, request => request.Host == host && request.Path == "/feed"));
        Assert.InRange(MostAtOnce(server), 1, Places);
        foreach (var host in server.Requests.GroupBy(request => request.Host))
        {
            var starts = host.Select(request => request.Began).Order().ToList();
            for (var from = 0; from < starts.Count; from++)
                for (var to = from + 1; to < starts.Count; to++)
                    Assert.True(
                        Stopwatch.GetElapsedTime(starts[from], starts[to]) >= ((to - from) * Spacing) - Tolerance,
                        $"{host.Key} was asked {to - from + 1} times within {Stopwatch.GetElapsedTime(starts[from], starts[to])}");
        }
    }

    /// <summary>Requests a second of the host that was asked most.</summary>
    private static double Busiest(CountingServer server) => server.Requests.GroupBy(request => request.Host)
        .Max(host => (host.Count() - 1) / Stopwatch.GetElapsedTime(host.Min(one => one.Began), host.Max(one => one.Began)).TotalSeconds);

    /// <summary>Most requests that one host was answering at a time.</summary>
    private static int MostAtOnce(CountingServer server)
    {
        // What the client has read to its end, the server notes a little later.
        var noted = (long)(0.05 * Stopwatch.Frequency);
        return server.Requests.GroupBy(request => request.Host).Max(host => host.Max(
            one => host.Count(other => other.Began <= one.Began && other.Ended - noted > one.Began)));
    }

    private static ServiceProvider Store(string storage)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["NewsWatchStorage"] = storage }).Build();
        return new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<IConfiguration>(configuration)
            .AddNewsWatchHere(configuration, Path.GetTempPath(), creates: false)
            .BuildServiceProvider();
    }

    private sealed record Run(int Done, List<JournalEntry> Outcomes, TimeSpan Processor, string Errors);
}
