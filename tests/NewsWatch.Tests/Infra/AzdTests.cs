using YamlDotNet.RepresentationModel;

namespace NewsWatch.Tests.Infra;

/// <summary><c>azure.yaml</c>, by which <c>azd up</c> knows what to make and what to publish where.</summary>
public sealed class AzdTests
{
    [Fact]
    public void What_azd_is_told_is_there()
    {
        var root = Yaml.One(Path.Combine(RepositoryFolder.Path, "azure.yaml"));
        Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, root.At("infra", "path"), root.At("infra", "module") + ".bicep")));
        Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, root.At("services", "app", "project"), "NewsWatch.Functions.csproj")));
        Assert.Equal("function", root.At("services", "app", "host"));
        foreach (var hook in (YamlMappingNode)root.Child("hooks"))
            Assert.True(File.Exists(Path.Combine(RepositoryFolder.Path, hook.Value.At("run").Split(' ')[0])));
    }

    [BicepFact]
    public async Task The_app_carries_the_name_that_azd_publishes_to()
    {
        var site = Assert.Single((await Template.ModuleAsync("app")).All("Microsoft.Web/sites"));
        Assert.Equal("app", site.GetProperty("tags").GetProperty("azd-service-name").GetString());
        Assert.Contains("azd-env-name", (await Bicep.Main).Output, StringComparison.Ordinal);
    }
}
