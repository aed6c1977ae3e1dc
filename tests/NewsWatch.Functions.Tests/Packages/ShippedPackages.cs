using System.Reflection;
using System.Text.Json;
using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Packages;

/// <summary>
/// What is published, read from what the restore says of each project (<c>project.assets.json</c>). The build's own record is no good for it:
/// it leaves out what .NET has as new, and so depends on the patch of the SDK.
/// </summary>
internal static class ShippedPackages
{
    private static readonly string[] Published = ["runtime", "native", "runtimeTargets", "resource"];

    private static readonly string Output = Path.Combine(
        typeof(ShippedPackages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0");

    /// <summary>With the command line: as a tool, in a file for one platform (which holds .NET besides), in the container's image.</summary>
    /// <exception cref="SkipException">The command line was not restored.</exception>
    public static List<ShippedPackage> OfCommandLine()
    {
        var restored = Project("NewsWatch.Cli", "obj", "project.assets.json");
        Skip.IfNot(File.Exists(restored), "wants the whole solution restored");
        return [.. Packages(restored, "net10.0").Select(package => package.Package)];
    }

    /// <summary>With the function app's own process.</summary>
    public static List<ShippedPackage> OfFunctionApp()
        => [.. Packages(Project("NewsWatch.Functions", "obj", "project.assets.json"), "net10.0").Select(package => package.Package)];

    /// <summary>For the Functions host: of what its extensions were resolved to, that of which a file is there. The rest is the host's own.</summary>
    public static List<ShippedPackage> OfFunctionsHost()
    {
        var folder = Project("NewsWatch.Functions", "bin", Output, ".azurefunctions");
        var files = Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName).ToHashSet();
        return
        [
            .. Packages(Project("NewsWatch.Functions", "obj", Output, "WorkerExtensions", "obj", "project.assets.json"), "net8.0")
                .Where(package => package.Files.Any(files.Contains)).Select(package => package.Package),
        ];
    }

    private static string Project(params string[] parts) => Path.Combine([RepositoryFolder.Path, "src", .. parts]);

    /// <summary>Packages with files that are published, and those that are nothing but the packages that they bring.</summary>
    private static List<(ShippedPackage Package, List<string?> Files)> Packages(string restored, string framework)
    {
        using var told = JsonDocument.Parse(File.ReadAllText(restored));
        return
        [
            .. from package in told.RootElement.GetProperty("targets").GetProperty(framework).EnumerateObject()
               where package.Value.GetProperty("type").GetString() == "package"
               let files = Files(package.Value)
               let all = told.RootElement.GetProperty("libraries").GetProperty(package.Name).GetProperty("files").EnumerateArray()
               where files.Count > 0 || !all.Any(file => file.GetString()!.EndsWith(".dll", StringComparison.Ordinal))
               let name = package.Name.Split('/')
               select (new ShippedPackage(name[0], name[1]), files),
        ];
    }

    private static List<string?> Files(JsonElement package)
        => [.. from kind in Published
               where package.TryGetProperty(kind, out _)
               from file in package.GetProperty(kind).EnumerateObject()
               where Path.GetFileName(file.Name) != "_._"
               select Path.GetFileName(file.Name)];
}
