using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Packages;

public sealed class LicenceTests
{
    private const string Rewrite = "NEWSWATCH_WRITE_DOCS";

    [SkippableFact]
    public void Every_package_that_ships_is_listed_with_its_licence()
    {
        var expected = LicencePage.Write();
        var path = Path.Combine(RepositoryFolder.Path, "docs", "licences.md");
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            File.WriteAllText(path, expected);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == expected,
            $"docs/licences.md is stale. Write it anew: {Rewrite}=1 dotnet test tests/NewsWatch.Functions.Tests --filter FullyQualifiedName~Licence");
    }

    [SkippableFact]
    public void No_package_ships_whose_licence_may_not()
    {
        var licences = new PackageLicences();
        var refused = ShippedPackages.OfCommandLine().Concat(ShippedPackages.OfFunctionApp()).Concat(ShippedPackages.OfFunctionsHost())
            .Distinct().Where(package => licences.Of(package) is null).Select(package => $"{package.Name} {package.Version}: {licences.Said(package)}");
        Assert.Empty(refused);
    }

    [Fact]
    public void A_package_with_an_unknown_licence_is_refused()
        => Assert.Null(new PackageLicences().Of(new ShippedPackage("xunit.abstractions", "2.0.3")));
}
