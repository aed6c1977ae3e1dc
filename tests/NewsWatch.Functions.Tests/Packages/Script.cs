using System.Diagnostics;

namespace NewsWatch.Functions.Tests.Packages;

/// <summary>A script of the checkout, run to its end.</summary>
internal static class Script
{
    /// <summary>Its exit code, and what it printed, with what it complained of.</summary>
    public static async Task<(int Code, string Printed)> RunAsync(
        string folder, string script, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { script },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var printed = process.StandardOutput.ReadToEndAsync(limit.Token);
        var complained = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await printed + await complained);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
