using System.Diagnostics;
using System.Text;

namespace NewsWatch.Tests.Cli;

/// <summary>
/// The program as it is built, or the published file that <c>NEWSWATCH_PROGRAM</c> names, run as its users run it: in a pipe, or in a
/// pseudo-terminal of <c>script</c>.
/// </summary>
internal static class BuiltProgram
{
    /// <summary>Who makes pseudo-terminals, of util-linux.</summary>
    public const string Script = "/usr/bin/script";

    /// <summary>Long for the slowest machine; what hangs fails.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What starts it, before its arguments.</summary>
    public static IReadOnlyList<string> Words { get; } = Environment.GetEnvironmentVariable("NEWSWATCH_PROGRAM") is { } published
        ? [published]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "NewsWatch.Cli.dll")];

    /// <summary>The same for a shell.</summary>
    public static string ShellWords => Quoted(Words);

    /// <summary>Runs it in a pipe, with nothing on standard input.</summary>
    public static Task<Ended> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string>(), "", args);

    /// <summary>Runs it in a pipe.</summary>
    /// <param name="environment">Variables that are set.</param>
    /// <param name="input">What comes on standard input.</param>
    /// <param name="args">Its arguments.</param>
    public static async Task<Ended> RunAsync(IReadOnlyDictionary<string, string> environment, string input, params string[] args)
    {
        using var process = Start(environment, Words[0], [.. Words.Skip(1), .. args]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await EndAsync(process);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs it in a pseudo-terminal of eighty columns; what it says on both streams comes as one.</summary>
    public static Task<Ended> InTerminalAsync(params string[] args) => InTerminalAsync(new Dictionary<string, string>(), args);

    /// <summary>Runs it in a pseudo-terminal of eighty columns; what it says on both streams comes as one.</summary>
    public static async Task<Ended> InTerminalAsync(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var process = Start(environment, Script, ["-qec", Quoted([.. Words, .. args]), "/dev/null"]);
        var output = process.StandardOutput.ReadToEndAsync();
        await EndAsync(process);
        return new(process.ExitCode, (await output).ReplaceLineEndings("\n"), "");
    }

    /// <summary>Runs it in a pseudo-terminal, and types Ctrl+C once it has said <paramref name="said"/>.</summary>
    public static async Task<(int Code, string Output)> InTerminalUntilAsync(string said, params string[] args)
    {
        using var process = Start(new Dictionary<string, string>(), Script, ["-qec", Quoted([.. Words, .. args]), "/dev/null"]);
        using var limit = new CancellationTokenSource(Limit);
        var output = new StringBuilder();
        var piece = new char[4096];
        var isTyped = false;
        while (await process.StandardOutput.ReadAsync(piece, limit.Token) is > 0 and var count)
        {
            output.Append(piece, 0, count);
            if (isTyped || !output.ToString().Contains(said, StringComparison.Ordinal))
                continue;
            await process.StandardInput.WriteAsync('\u0003');
            await process.StandardInput.FlushAsync(limit.Token);
            isTyped = true;
        }
        await EndAsync(process);
        return (process.ExitCode, output.ToString());
    }

    /// <summary>Starts it in a pipe and leaves it running.</summary>
    public static Process Start(params string[] args) => Start(new Dictionary<string, string>(), args);

    /// <summary>Starts it in a pipe, with variables set, and leaves it running.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] args)
        => Start(environment, Words[0], [.. Words.Skip(1), .. args]);

    /// <summary>Ctrl+C.</summary>
    public static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        await EndAsync(process);
    }

    private static string Quoted(IEnumerable<string> words)
        => string.Join(' ', words.Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"));

    private static Process Start(IReadOnlyDictionary<string, string> environment, string program, IReadOnlyList<string> args)
    {
        var start = Interruptible.Start(program, args);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        foreach (
            var name in start.Environment.Keys.Where(name => name.StartsWith("NewsWatch", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove("NO_COLOR");
        start.Environment["TERM"] = "xterm";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>How a run ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output; in a terminal standard error with it.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Ended(int Code, string Output, string Errors)
{
    /// <summary>Lines of standard output.</summary>
    public IReadOnlyList<string> Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
