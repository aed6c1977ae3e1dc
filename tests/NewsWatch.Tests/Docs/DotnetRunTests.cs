using System.Diagnostics;
using System.Text.Json;

namespace NewsWatch.Tests.Docs;

/// <summary>What <c>dotnet run</c> starts for the function app, with a program in the place of Core Tools.</summary>
public sealed class DotnetRunTests
{
    private static readonly string Project = Path.Combine(RepositoryFolder.Path, "src", "NewsWatch.Functions");

    [SkippableTheory]
    [InlineData(".")]
    [InlineData("src/NewsWatch.Functions")]
    public async Task Core_Tools_are_started_in_the_output_folder_from_wherever_dotnet_run_is_called(string folder)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "puts a shell script in the place of Core Tools");
        using var tools = new TemporaryFolder();
        await File.WriteAllTextAsync(tools.Combine("func"), "#!/bin/sh\necho 4.14.0\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(tools.Combine("func"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var start = new ProcessStartInfo("dotnet", [
            "msbuild", Project, "-nologo", "-p:Configuration=Release", "-t:ComputeRunArguments", "-getProperty:RunCommand,RunArguments,RunWorkingDirectory"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.Combine(RepositoryFolder.Path, folder),
        };
        start.Environment["PATH"] = $"{tools.Path}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output);
        var run = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("Properties");
        Assert.Equal("func", run.GetProperty("RunCommand").GetString());
        Assert.Equal("start", run.GetProperty("RunArguments").GetString()!.Trim());
        Assert.Equal(Path.Combine(Project, "bin", "Release", "net10.0") + "/", run.GetProperty("RunWorkingDirectory").GetString());
    }
}
