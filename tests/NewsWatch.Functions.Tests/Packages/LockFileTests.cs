using System.Text.Json;
using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Packages;

public sealed class LockFileTests
{
    private static readonly string[] Locks =
    [
        .. from folder in (string[])["src", "tests"]
           from project in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, folder), "*.csproj", SearchOption.AllDirectories)
           where !project.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
           select Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"),
        Path.Combine(RepositoryFolder.Path, "src", "NewsWatch.Functions", "packages.host.lock.json"),
    ];

    [Fact]
    public void Every_project_has_the_hashes_of_its_packages_and_names_no_place_to_get_them()
    {
        Assert.True(Locks.Length >= 10);
        Assert.All(Locks, path =>
        {
            var text = File.ReadAllText(path);
            Assert.DoesNotContain("://", text);
            using var told = JsonDocument.Parse(text);
            Assert.All(
                told.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()),
                package => Assert.True(
                    package.Value.GetProperty("type").GetString() == "Project" || package.Value.TryGetProperty("contentHash", out _), package.Name));
        });
    }

    [Fact]
    public void The_project_that_the_Workers_SDK_writes_is_locked_too()
    {
        var written = Path.Combine(RepositoryFolder.Path, "src", "NewsWatch.Functions", "obj");
        var restored = Directory.EnumerateFiles(written, "WorkerExtensions.csproj.nuget.dgspec.json", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(restored);
        Assert.All(restored, path => Assert.Contains("packages.host.lock.json", File.ReadAllText(path)));
    }

    [Fact]
    public void Every_package_of_the_storage_emulator_has_its_hash_and_no_place_to_get_it()
    {
        using var told = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "azurite", "package-lock.json")));
        var packages = told.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToList();
        Assert.True(packages.Count > 100);
        Assert.All(packages, package =>
        {
            Assert.StartsWith("sha512-", package.Value.GetProperty("integrity").GetString());
            Assert.False(package.Value.TryGetProperty("resolved", out _), package.Name);
        });
    }
}
