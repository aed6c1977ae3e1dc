using System.Diagnostics;
using System.Reflection;
using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Host;

/// <summary>The function app as it is deployed: published once for the run, for Linux.</summary>
internal static class PublishedApp
{
    private static readonly Lazy<string> Published = new(Publish);

    /// <summary>The folder it is published to.</summary>
    public static string Folder => Published.Value;

    private static string Publish()
    {
        var configuration = typeof(PublishedApp).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var folder = Path.Combine(AppContext.BaseDirectory, "published");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "publish", "src/NewsWatch.Functions", "--configuration", configuration, "--runtime", "linux-x64", "--no-self-contained",
                "--no-restore", "--output", folder, "--verbosity", "quiet", "-nologo", "-nodeReuse:false",
            },
        })!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException($"The app could not be published:\n{said}");
    }
}
