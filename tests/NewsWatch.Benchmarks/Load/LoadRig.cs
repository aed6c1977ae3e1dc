using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace NewsWatch.Benchmarks.Load;

/// <summary>Invented sites in a process of their own, a data folder, and the program that is put under load, as a user starts it.</summary>
internal sealed class LoadRig : IAsyncDisposable
{
    private readonly string program;
    private readonly Process sites;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-load-");
    private readonly int port;

    private LoadRig(string program, Process sites, int port, int count)
    {
        (this.program, this.sites, this.port) = (Path.GetFullPath(program), sites, port);
        var list = new StringBuilder("<opml version=\"2.0\"><head><title>Load</title></head><body>");
        for (var site = 0; site < count; site++)
            list.Append(CultureInfo.InvariantCulture, $"<outline type=\"rss\" text=\"Site {site}\" xmlUrl=\"{InventedSites.Of(site, port)}feed\"/>");
        File.WriteAllText(WatchList, list.Append("</body></opml>").ToString());
    }

    /// <summary>Longest time between two polls of a feed, one after a failure included.</summary>
    public static TimeSpan LongestInterval { get; } = TimeSpan.FromSeconds(20);

    private string WatchList => Path.Combine(folder.FullName, "list.opml");

    /// <summary>Starts the sites.</summary>
    /// <param name="program">The program under load: a published <c>newswatch</c>, or NewsWatch.Cli.dll.</param>
    /// <param name="count">Sites.</param>
    /// <param name="entries">Entries that each feed shows.</param>
    public static async Task<LoadRig> StartAsync(string program, int count, int entries)
    {
        string[] serving = ["load", "sites", entries.ToString(CultureInfo.InvariantCulture)];
        var sites = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, serving) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var port = int.Parse((await sites.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        return new(program, sites, port, count);
    }

    /// <summary>Moves every feed on to the articles after the first so many.</summary>
    public async Task TurnAsync(int edition)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(InventedSites.Of(0, port), string.Create(CultureInfo.InvariantCulture, $"/edition/{edition}")));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Starts the program with a verb over the data folder.</summary>
    public Process Start(params string[] arguments) => Process.Start(StartOf(program, folder, WatchList, LongestInterval, arguments))!;

    /// <summary>How the program is started over feeds on loopback.</summary>
    /// <param name="program">See <see cref="StartAsync"/>.</param>
    /// <param name="folder">What it keeps goes below this.</param>
    /// <param name="watchList">Its feeds, an OPML file.</param>
    /// <param name="interval">Time between two polls of a feed.</param>
    /// <param name="arguments">Verb and options.</param>
    internal static ProcessStartInfo StartOf(string program, DirectoryInfo folder, string watchList, TimeSpan interval, params string[] arguments)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NewsWatch__Fetching__AllowedNetworks__0"] = "127.0.0.0/8",
                ["NewsWatch__PollFeeds__WatchList"] = watchList,
                ["NewsWatch__PollFeeds__MinInterval"] = (interval / 2).ToString(),
                ["NewsWatch__PollFeeds__DefaultInterval"] = interval.ToString(),
                ["NewsWatch__PollFeeds__MaxInterval"] = interval.ToString(),
                ["NewsWatch__PollFeeds__FirstBackoff"] = (interval / 4).ToString(),
                ["NewsWatch__PollFeeds__MaxBackoff"] = interval.ToString(),
                ["NewsWatch__PollFeeds__TimeBudget"] = "01:00:00",
                ["PollSchedule"] = string.Create(CultureInfo.InvariantCulture, $"*/{(int)(interval / 2).TotalSeconds} * * * * *"),
            },
        };
        foreach (var argument in (IEnumerable<string>)[.. isLibrary ? [program] : Array.Empty<string>(), .. arguments, "--data", Path.Combine(folder.FullName, "data")])
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Runs a verb to its end and reads its JSON.</summary>
    public async Task<JsonElement> AskAsync(params string[] arguments)
    {
        using var asked = Start([.. arguments, "--json"]);
        var errors = asked.StandardError.ReadToEndAsync();
        var said = await asked.StandardOutput.ReadToEndAsync();
        await asked.WaitForExitAsync();
        return said.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(said) : throw new InvalidOperationException(await errors);
    }

    /// <summary>What the JSON of <c>poll</c> and <c>status</c> counts: found, and the states that any are in.</summary>
    public static (int Found, IReadOnlyList<(string Name, int Count)> States) Counts(JsonElement said) => (
        said.GetProperty("found").GetInt32(),
        [.. said.GetProperty("states").EnumerateObject().Select(one => (one.Name, one.Value.GetInt32())).Where(one => one.Item2 > 0)]);

    /// <summary>A port that nothing listens at.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks a standing program to stop, as a service manager does, and waits until it has.</summary>
    public static async Task StopAsync(Process standing)
    {
        using var term = Process.Start("kill", ["-TERM", standing.Id.ToString(CultureInfo.InvariantCulture)]);
        await standing.WaitForExitAsync();
    }

    /// <summary>Bytes that the data folder takes.</summary>
    public long Stored() => folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        sites.StandardInput.Close();
        await sites.WaitForExitAsync();
        sites.Dispose();
        folder.Delete(recursive: true);
    }
}
