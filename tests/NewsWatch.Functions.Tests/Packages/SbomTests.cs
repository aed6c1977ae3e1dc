using System.Reflection;
using System.Text.Json;
using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Packages;

public sealed class SbomTests
{
    private static readonly string Bills = Path.Combine(RepositoryFolder.Path, "artifacts", "sbom");

    [SkippableFact]
    public async Task The_bills_of_materials_list_what_is_published_and_are_the_same_each_time()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "runs a shell script");
        var commandLine = ShippedPackages.OfCommandLine();

        var first = await WriteAsync();
        var second = await WriteAsync();

        Assert.Equal(Sorted(commandLine), Components("newswatch"));
        Assert.Equal(Sorted(ShippedPackages.OfFunctionApp()), Components("functions"));
        Assert.Empty(ShippedPackages.OfFunctionsHost().Except(Components("functions-host")));
        Assert.Equal(first, second);
    }

    private static async Task<List<string>> WriteAsync()
    {
        var configuration = typeof(SbomTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var (code, printed) = await Script.RunAsync(RepositoryFolder.Path, "scripts/sbom.sh", [], ("CONFIGURATION", configuration), ("SOURCE_DATE_EPOCH", "0"));
        Assert.True(code == 0, printed);
        return [.. Directory.EnumerateFiles(Bills, "*.json").Order().Select(File.ReadAllText)];
    }

    private static List<ShippedPackage> Components(string bill)
    {
        using var told = JsonDocument.Parse(File.ReadAllText(Path.Combine(Bills, $"{bill}.cdx.json")));
        return Sorted(told.RootElement.GetProperty("components").EnumerateArray().Select(component =>
        {
            Assert.Equal("SHA-512", component.GetProperty("hashes")[0].GetProperty("alg").GetString());
            return new ShippedPackage(component.GetProperty("name").GetString()!, component.GetProperty("version").GetString()!);
        }));
    }

    private static List<ShippedPackage> Sorted(IEnumerable<ShippedPackage> packages) => [.. packages.OrderBy(package => package.Name, StringComparer.Ordinal)];
}
