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

    /// <summary>
    /// What is compiled on the way lies in one place: two runs at a time, as a page's command and the tests beside it, take turns. The folder is a
    /// run's own and goes with it.
    /// </summary>
    private static string Publish()
    {
        using var turn = new Mutex(initiallyOwned: false, "newswatch-functions-published");
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Who had the turn was killed; it is ours now.
        }
        try
        {
            return PublishAlone();
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static string PublishAlone()
    {
        var configuration = typeof(PublishedApp).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "publish", "src/NewsWatch.Functions", "--configuration", configuration, "--runtime", "linux-x64", "--no-self-contained",
                "--no-restore", "--output", folder.Path, "--verbosity", "quiet", "-nologo", "-nodeReuse:false",
            },
        })!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? folder.Path : throw new InvalidOperationException($"The app could not be published:\n{said}");
    }
}
