using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Packages;

/// <summary>The audit of CI, over a copy of the projects and a package source of this machine.</summary>
public sealed class AuditTests
{
    [SkippableTheory]
    [InlineData(false, "", 0, "not audited:")]
    [InlineData(true, "codehollow.feedreader", 1, "NU1903")]
    [InlineData(true, "a.package.of.nobody", 0, "audited: no package")]
    public async Task A_known_vulnerability_fails_it_and_a_source_without_advisories_is_told_of(bool advises, string package, int code, string said)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "runs a shell script");
        await using var source = await SourceAsync(advises, package);
        using var home = Home(source);
        using var projects = Projects();

        var audit = await AuditAsync(projects, home);

        Assert.Equal((code, true), (audit.Code, audit.Printed.Contains(said, StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task An_audit_that_is_required_fails_where_no_source_has_advisories()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "runs a shell script");
        await using var source = await SourceAsync(advises: false, "");
        using var home = Home(source);
        using var projects = Projects();

        Assert.Equal(3, (await AuditAsync(projects, home, "--required")).Code);
    }

    private static Task<(int Code, string Printed)> AuditAsync(TemporaryFolder projects, TemporaryFolder home, params string[] arguments)
        => Script.RunAsync(projects.Path, "scripts/audit.sh", arguments, ("HOME", home.Path), ("NUGET_PACKAGES", PackageLicences.Folder));

    /// <summary>All that a restore reads of the checkout.</summary>
    private static TemporaryFolder Projects()
    {
        var copy = new TemporaryFolder();
        string[] files =
        [
            .. from folder in (string[])["src", "tests"]
               from project in Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Path, folder))
               from pattern in (string[])["*.csproj", "packages*.lock.json"]
               from file in Directory.EnumerateFiles(project, pattern)
               select Path.GetRelativePath(RepositoryFolder.Path, file),
            "NewsWatch.sln", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "scripts/audit.sh",
        ];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy.Combine(file))!);
            File.Copy(Path.Combine(RepositoryFolder.Path, file), copy.Combine(file));
        }
        return copy;
    }

    private static TemporaryFolder Home(WebApplication source)
    {
        var home = new TemporaryFolder();
        Directory.CreateDirectory(home.Combine(".nuget", "NuGet"));
        File.WriteAllText(home.Combine(".nuget", "NuGet", "NuGet.Config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="here" value="{source.Urls.Single()}/index.json" allowInsecureConnections="true" />
              </packageSources>
            </configuration>
            """);
        return home;
    }

    private static async Task<WebApplication> SourceAsync(bool advises, string package)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var source = builder.Build();
        object Resource(HttpRequest request, string path, string type)
            => new Dictionary<string, string> { ["@id"] = $"http://{request.Host}/{path}", ["@type"] = type };
        source.MapGet("/index.json", (HttpRequest request) => new
        {
            version = "3.0.0",
            resources = (object[])
            [
                Resource(request, "packages/", "PackageBaseAddress/3.0.0"),
                .. advises ? [Resource(request, "advisories/index.json", "VulnerabilityInfo/6.7.0")] : (object[])[],
            ],
        });
        source.MapGet("/advisories/index.json", (HttpRequest request) => (object[])
        [
            new Dictionary<string, string>
            {
                ["@name"] = "base", ["@id"] = $"http://{request.Host}/advisories/base.json", ["@updated"] = "2026-01-01T00:00:00Z", ["comment"] = "all",
            },
        ]);
        source.MapGet("/advisories/base.json", () => new Dictionary<string, object[]>
        {
            [package] = [new { url = "https://example.org/advisory", severity = 2, versions = "(, 99.0.0)" }],
        });
        await source.StartAsync();
        return source;
    }
}
