using System.Diagnostics;
using System.Reflection;

namespace NewsWatch.Tests.Infra;

/// <summary>The Bicep compiler out of its NuGet package.</summary>
internal static class Bicep
{
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "infra");

    private static string Program { get; } = Path.Combine(
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "BicepFolder").Value!,
        "tools",
        "bicep");

    private static readonly Lazy<Task<(int Code, string Output, string Errors)>> Compiled = new(() => RunAsync("build", "main.bicep", "--stdout"));

    /// <summary>Runs the compiler in <c>infra</c>; what it says on standard error are its errors and warnings.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>What <c>main.bicep</c> compiles to, with its modules in it, and what the compiler and its linter said.</summary>
    public static Task<(int Code, string Output, string Errors)> Main => Compiled.Value;
}
