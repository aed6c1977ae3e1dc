using System.Text.Json;

namespace NewsWatch.Tests.Infra;

public sealed class InfrastructureTests
{
    [BicepFact]
    public async Task Everything_compiles_and_the_linter_has_nothing_to_say()
    {
        var (code, output, errors) = await Bicep.Main;
        Assert.Equal((0, ""), (code, errors));
        foreach (var module in Directory.GetFiles(Bicep.Folder, "*.bicep").Select(Path.GetFileNameWithoutExtension).Where(name => name != "main"))
            Assert.Contains($"\"{module}\": {{", output, StringComparison.Ordinal);
    }

    [BicepFact]
    public async Task The_parameters_fit()
    {
        var (code, _, errors) = await Bicep.RunAsync("build-params", "main.bicepparam", "--stdout");
        Assert.Equal((0, ""), (code, errors));
    }

    [BicepFact]
    public async Task The_store_has_the_queues_of_the_pipeline_and_takes_no_shared_key()
    {
        var storage = await Bicep.ModuleAsync("storage");
        Assert.Equal(
            Pipeline.Queues.Order(StringComparer.Ordinal),
            storage.GetProperty("variables").GetProperty("queueNames").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
        var account = Resource(storage, "Microsoft.Storage/storageAccounts").GetProperty("properties");
        Assert.False(account.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(account.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.Equal("TLS1_2", account.GetProperty("minimumTlsVersion").GetString());
        Assert.True(account.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
    }

    [BicepFact]
    public async Task The_app_runs_on_flex_consumption_over_https_with_its_identity()
    {
        var app = await Bicep.ModuleAsync("app");
        Assert.Equal("FC1", Resource(app, "Microsoft.Web/serverfarms").GetProperty("sku").GetProperty("name").GetString());
        var site = Resource(app, "Microsoft.Web/sites").GetProperty("properties");
        Assert.True(site.GetProperty("httpsOnly").GetBoolean());
        Assert.Equal("1.2", site.GetProperty("siteConfig").GetProperty("minTlsVersion").GetString());
        var function = site.GetProperty("functionAppConfig");
        Assert.Equal("dotnet-isolated", function.GetProperty("runtime").GetProperty("name").GetString());
        Assert.Equal("10.0", function.GetProperty("runtime").GetProperty("version").GetString());
        Assert.Equal(
            "UserAssignedIdentity",
            function.GetProperty("deployment").GetProperty("storage").GetProperty("authentication").GetProperty("type").GetString());
    }

    [BicepFact]
    public async Task Without_sign_in_or_a_named_network_nobody_reaches_the_review_site()
    {
        var site = Resource(await Bicep.ModuleAsync("app"), "Microsoft.Web/sites").GetProperty("properties").GetProperty("siteConfig");
        Assert.Equal(
            "[if(and(variables('signIn'), empty(parameters('reviewNetworks'))), 'Allow', 'Deny')]",
            site.GetProperty("ipSecurityRestrictionsDefaultAction").GetString());
    }

    [BicepFact]
    public async Task No_template_holds_a_key_or_a_secret()
    {
        var template = (await Bicep.Main).Output;
        Assert.DoesNotContain("listKeys", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey", template, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SharedAccessSignature", template, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The one resource of a type; templates list them by name or in a row.</summary>
    private static JsonElement Resource(JsonElement template, string type)
    {
        var resources = template.GetProperty("resources");
        var all = resources.ValueKind == JsonValueKind.Object
            ? resources.EnumerateObject().Select(item => item.Value)
            : resources.EnumerateArray();
        return all.Single(resource => resource.GetProperty("type").GetString() == type);
    }
}
