using System.Reflection;
using System.Text.Json;
using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Packages;

/// <summary>What is published, read from what the build says of it (<c>*.deps.json</c>).</summary>
internal static class ShippedPackages
{
    private static readonly string Output = Path.Combine(
        "bin", typeof(ShippedPackages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration, "net10.0");

    /// <summary>With the command line: as a tool, in a file for one platform (which holds .NET besides), in the container's image.</summary>
    /// <exception cref="SkipException">The command line was not built.</exception>
    public static List<ShippedPackage> OfCommandLine()
    {
        var told = Path.Combine(RepositoryFolder.Path, "src", "NewsWatch.Cli", Output, "NewsWatch.Cli.deps.json");
        Skip.IfNot(File.Exists(told), "wants src/NewsWatch.Cli built in this configuration");
        return [.. Packages(told).Select(package => package.Package)];
    }

    /// <summary>With the function app's own process.</summary>
    public static List<ShippedPackage> OfFunctionApp()
        => [.. Packages(Path.Combine(FunctionApp, "NewsWatch.Functions.deps.json")).Select(package => package.Package)];

    /// <summary>For the Functions host: of what its extensions were resolved to, that of which a file is there. The rest is the host's own.</summary>
    public static List<ShippedPackage> OfFunctionsHost()
    {
        var folder = Path.Combine(FunctionApp, ".azurefunctions");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToHashSet();
        return [.. Packages(Path.Combine(folder, "function.deps.json")).Where(package => package.Files.Any(files.Contains)).Select(package => package.Package)];
    }

    private static string FunctionApp => Path.Combine(RepositoryFolder.Path, "src", "NewsWatch.Functions", Output);

    private static IEnumerable<(ShippedPackage Package, IEnumerable<string?> Files)> Packages(string dependencies)
    {
        using var told = JsonDocument.Parse(File.ReadAllText(dependencies));
        var target = told.RootElement.GetProperty("targets").EnumerateObject().Single().Value.Clone();
        foreach (var library in told.RootElement.GetProperty("libraries").Clone().EnumerateObject())
            if (library.Value.GetProperty("type").GetString() == "package")
                yield return (Named(library.Name), Files(target.GetProperty(library.Name)));
    }

    private static ShippedPackage Named(string library)
    {
        var parts = library.Split('/');
        return new(parts[0], parts[1]);
    }

    private static IEnumerable<string?> Files(JsonElement library)
        => from kind in (string[])["runtime", "native", "runtimeTargets"]
           where library.TryGetProperty(kind, out _)
           from file in library.GetProperty(kind).EnumerateObject()
           select Path.GetFileName(file.Name);
}
