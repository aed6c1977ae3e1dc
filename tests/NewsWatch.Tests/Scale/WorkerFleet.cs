using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsWatch.Tests.Cli;

namespace NewsWatch.Tests.Scale;

/// <summary>Processes of <c>newswatch run</c>, each with a folder of its own, that share one Azure store; ended with this.</summary>
internal sealed class WorkerFleet : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<Process> processes = [];
    private readonly StringBuilder errors = new();

    /// <summary>What they said on standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString();
        }
    }

    /// <summary>Processor time of those still running.</summary>
    public TimeSpan ProcessorTime => processes.Where(process => !process.HasExited).Aggregate(TimeSpan.Zero, (sum, process) =>
    {
        process.Refresh();
        return sum + process.TotalProcessorTime;
    });

    /// <summary>Starts one more.</summary>
    /// <param name="storage">Connection string of the store.</param>
    /// <param name="watchList">The watch list, OPML.</param>
    /// <param name="settings">Settings, as environment variables name them.</param>
    public async Task AddAsync(string storage, string watchList, params (string Key, string Value)[] settings)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder.Path, processes.Count.ToString(CultureInfo.InvariantCulture))).FullName;
        var list = Path.Combine(own, "feeds.opml");
        await File.WriteAllTextAsync(list, watchList);
        var environment = new Dictionary<string, string>(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
        {
            ["NewsWatchStorage"] = storage,
            ["NewsWatch__Fetching__AllowedNetworks__0"] = "127.0.0.0/8",
            ["DOTNET_TieredPGO"] = "0",
        };
        var process = BuiltProgram.Start(environment, "run", "--data", own, "--listen", $"127.0.0.1:{FreePort()}", "--feeds", list);
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
                errors.AppendLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        processes.Add(process);
    }

    /// <summary>Kills one, as a machine that goes away does.</summary>
    public async Task KillAsync(int number)
    {
        processes[number].Kill(entireProcessTree: true);
        await processes[number].WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        for (var number = 0; number < processes.Count; number++)
        {
            if (!processes[number].HasExited)
                await KillAsync(number);
            processes[number].Dispose();
        }
        folder.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
