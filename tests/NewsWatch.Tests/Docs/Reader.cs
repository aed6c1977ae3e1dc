using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsWatch.Tests.Cli;

namespace NewsWatch.Tests.Docs;

/// <summary>Someone who reads a page and runs its commands one after the other, in a home of his own.</summary>
internal sealed partial class Reader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder home = new();
    private readonly ExampleSite site;

    private Reader(ExampleSite site) => this.site = site;

    private string Data => home.Combine("data", "NewsWatch");

    private string Work => home.Combine("work");

    /// <summary>Makes the home: settings as a page tells them, with what they lead to on this machine.</summary>
    /// <param name="settings">Content of <c>newswatch.json</c>.</param>
    public static async Task<Reader> StartAsync(string settings)
    {
        var reader = new Reader(await ExampleSite.StartAsync());
        Directory.CreateDirectory(reader.Data);
        Directory.CreateDirectory(reader.Work);
        Directory.CreateSymbolicLink(Path.Combine(reader.Work, "docs"), Path.Combine(RepositoryFolder.Path, "docs"));
        await File.WriteAllTextAsync(Path.Combine(reader.Data, "newswatch.json"), reader.Here(settings));
        await File.WriteAllTextAsync(Path.Combine(reader.Work, "my-feeds.opml"), reader.Here("""
            <opml version="2.0"><head><title>Mine</title></head><body><outline text="Ports"><outline text="Example news" type="rss" xmlUrl="https://www.example.org/feed.xml"/></outline></body></opml>
            """));
        return reader;
    }

    /// <summary>Runs a command and says how it went.</summary>
    public async Task<CommandRun> RunAsync(PageCommand command)
    {
        var started = Stopwatch.GetTimestamp();
        var isServer = command.Arguments is ["demo", ..] or ["run", ..];
        using var process = Start(command, isServer);
        using var patience = new CancellationTokenSource(Patience);
        var output = new StringBuilder();
        var errors = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.WhenAll(
            ReadAsync(process.StandardOutput, output, address), ReadAsync(process.StandardError, errors, address));
        process.StandardInput.Close();
        try
        {
            if (isServer)
            {
                var desk = await Task.WhenAny(address.Task, process.WaitForExitAsync(patience.Token)) == address.Task ? await address.Task : null;
                if (desk is not null)
                    await VisitAsync(desk, patience.Token);
                using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
                await interrupt.WaitForExitAsync(patience.Token);
            }
            await process.WaitForExitAsync(patience.Token);
            await reading;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new(command, -1, Stopwatch.GetElapsedTime(started), output.ToString(), $"did not end within {Patience}. {errors}");
        }
        if (command.Arguments is ["demo", ..])
            // What the demo found is there for the commands that look at a ledger; its feeds are gone with it.
            Copy(Path.Combine(Data, "demo"), Data);
        return new(command, isServer && process.ExitCode == 130 ? 0 : process.ExitCode, Stopwatch.GetElapsedTime(started), output.ToString(), errors.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        home.Dispose();
    }

    private Process Start(PageCommand command, bool isServer)
    {
        var arguments = command.Arguments;
        IReadOnlyList<string> words = arguments is null ? Built(PageCommand.Split(command.Text)) : [.. BuiltProgram.Words, .. arguments.Select(Here)];
        var start = Interruptible.Start(words[0], words.Skip(1));
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = arguments is null ? RepositoryFolder.Path : Work;
        // Where the desk listens is the test's choice: on a machine with several checkouts the usual port is taken.
        if (isServer && !arguments!.Contains("--listen"))
        {
            start.ArgumentList.Add("--listen");
            start.ArgumentList.Add($"127.0.0.1:{FreePort()}");
        }
        start.Environment["XDG_DATA_HOME"] = home.Combine("data");
        if (arguments is null && words is [_, "tool", ..])
            start.Environment["DOTNET_CLI_HOME"] = home.Path;
        return Process.Start(start)!;
    }

    /// <summary>The same out of what is built already: a test must not build what it is part of.</summary>
    private static IReadOnlyList<string> Built(IReadOnlyList<string> words) => words is ["dotnet", "pack", ..] ? [.. words, "--no-build"] : words;

    /// <summary>The addresses of pages, as they are on this machine.</summary>
    private string Here(string text) => Example().Replace(text, site.Address);

    private static async Task ReadAsync(StreamReader from, StringBuilder into, TaskCompletionSource<Uri> address)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            into.Append(line).Append('\n');
            if (Desk().Match(line) is { Success: true } match)
                address.TrySetResult(new(match.Value));
        }
    }

    private static async Task VisitAsync(Uri desk, CancellationToken stop)
    {
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                (await client.GetAsync(desk, stop)).EnsureSuccessStatusCode();
                using var refusal = await client.GetAsync(new Uri(desk, "/api/nothing/here"), stop);
                Assert.Equal((404, "application/problem+json"), ((int)refusal.StatusCode, refusal.Content.Headers.ContentType?.MediaType));
                return;
            }
            catch (HttpRequestException failure) when (failure.StatusCode is null)
            {
                // The address is told a moment before it is listened at.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("pipeline.lock" or "feeds.opml")))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: false);
        }
    }

    [GeneratedRegex(@"https://(www|ntfy)\.example\.org")]
    private static partial Regex Example();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/(?!\w)")]
    private static partial Regex Desk();
}

/// <summary>How a command went.</summary>
internal sealed record CommandRun(PageCommand Command, int ExitCode, TimeSpan Time, string Output, string Errors)
{
    /// <summary>The first line that it said.</summary>
    public string FirstLine => (Output + '\n' + Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";

    /// <summary>True where it did what it is told to do, and said so.</summary>
    public bool IsGood => ExitCode == 0 && FirstLine.Length > 0 && !Errors.Contains("\n   at ", StringComparison.Ordinal);
}
