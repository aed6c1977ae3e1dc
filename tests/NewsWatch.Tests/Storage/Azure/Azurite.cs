using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Tests.Storage.Azure;

/// <summary>
/// Azurite on free loopback ports with a folder of its own, for the tests of one collection; started by the first that asks. Each
/// test gets a storage account of its own.
/// </summary>
public sealed partial class Azurite : IDisposable
{
    private const int Accounts = 400;
    private static readonly string Key = Convert.ToBase64String(Encoding.UTF8.GetBytes("a key for the tests on this machine only"));

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<(string Blobs, string Queues)>> started;
    private Process? process;
    private Task<string>? rest;
    private int account;

    public Azurite() => started = new(StartAsync);

    /// <summary>A connection string to an empty account.</summary>
    /// <exception cref="SkipException">Azurite is not installed.</exception>
    public async Task<string> NewAccountAsync()
    {
        var (blobs, queues) = await started.Value;
        var name = Name(Interlocked.Increment(ref account));
        return $"AccountName={name};AccountKey={Key};BlobEndpoint={blobs}/{name};QueueEndpoint={queues}/{name}";
    }

    public void Dispose()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            rest?.Wait();
            process.Dispose();
        }
        folder.Dispose();
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number}");

    private async Task<(string Blobs, string Queues)> StartAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Script(), "--blobPort", "0", "--queuePort", "0", "--tablePort", "0", "--location", folder.Path,
                "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            },
            RedirectStandardOutput = true,
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(number => $"{Name(number)}:{Key}"));
        process = Process.Start(start)!;
        string? blobs = null, queues = null;
        while (blobs is null || queues is null)
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite ended before it listened.");
            if (Listening().Match(line) is { Success: true } match)
                (blobs, queues) = match.Groups["service"].Value switch
                {
                    "Blob" => (match.Groups["address"].Value, queues),
                    "Queue" => (blobs, match.Groups["address"].Value),
                    _ => (blobs, queues),
                };
        }
        rest = process.StandardOutput.ReadToEndAsync();
        return (blobs, queues);
    }

    private static string Script()
    {
        var installed = Environment.GetEnvironmentVariable("NEWSWATCH_AZURITE")
            ?? Path.Combine(RepositoryFolder.Path, "tests", ".azurite", "node_modules", "azurite");
        var script = Directory.Exists(installed) ? Path.Combine(installed, "dist", "src", "azurite.js") : installed;
        Skip.IfNot(File.Exists(script), "needs Azurite: run tests/azurite.sh, or name it in NEWSWATCH_AZURITE");
        return script;
    }

    [GeneratedRegex("^Azurite (?<service>Blob|Queue) service is successfully listening at (?<address>http://127\\.0\\.0\\.1:[0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}

/// <summary>The tests that share an Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
