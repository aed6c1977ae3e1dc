using System.Text.RegularExpressions;
using NewsWatch.Cli.Hosting;
using NewsWatch.Review;
using NewsWatch.Review.Security;
using NewsWatch.SettingsCheck;
using NewsWatch.Storage.Azure;

namespace NewsWatch.Tests.Infra;

/// <summary>The function app: where it runs, what it is told, and who reaches it.</summary>
public sealed partial class AppTemplateTests
{
    /// <summary>Settings that the Functions host and the platform read, and the app does not.</summary>
    private static readonly string[] OfThePlatform =
    [
        "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__tableServiceUri", "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
    ];

    [BicepFact]
    public async Task The_app_runs_on_flex_consumption_over_https_with_its_identity()
    {
        var app = await Template.ModuleAsync("app");
        Assert.Equal("FC1", Assert.Single(app.All("Microsoft.Web/serverfarms")).GetProperty("sku").GetProperty("name").GetString());
        var site = app.Properties("Microsoft.Web/sites");
        Assert.True(site.GetProperty("httpsOnly").GetBoolean());
        Assert.Equal("1.2", site.GetProperty("siteConfig").GetProperty("minTlsVersion").GetString());
        Assert.Equal("1.2", site.GetProperty("siteConfig").GetProperty("scmMinTlsVersion").GetString());
        var function = site.GetProperty("functionAppConfig");
        Assert.Equal("dotnet-isolated", function.GetProperty("runtime").GetProperty("name").GetString());
        Assert.Equal("10.0", function.GetProperty("runtime").GetProperty("version").GetString());
        Assert.Equal(
            "UserAssignedIdentity",
            function.GetProperty("deployment").GetProperty("storage").GetProperty("authentication").GetProperty("type").GetString());
        Assert.All(app.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), policy => Assert.False(policy.GetProperty("properties").GetProperty("allow").GetBoolean()));
    }

    [BicepFact]
    public async Task Without_sign_in_or_a_named_network_nobody_reaches_the_desk()
    {
        var site = (await Template.ModuleAsync("app")).Properties("Microsoft.Web/sites").GetProperty("siteConfig");
        Assert.Equal(
            "[if(and(variables('signIn'), empty(parameters('reviewNetworks'))), 'Allow', 'Deny')]",
            site.GetProperty("ipSecurityRestrictionsDefaultAction").GetString());
    }

    [BicepFact]
    public async Task Every_setting_that_the_app_reads_without_a_default_is_there()
    {
        var given = await SettingsAsync();
        var read = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "src", "NewsWatch.Functions"), "*.cs").Select(File.ReadAllText)
            .SelectMany(text => Placeholder().Matches(text)).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains(PollSchedule.Key, read);
        Assert.All(read, key => Assert.Contains(key, given));
        foreach (var part in new[] { "blobServiceUri", "queueServiceUri", "credential", "clientId" })
            Assert.Contains($"{StorageAccount.Connection}__{part}", given);
    }

    [BicepFact]
    public async Task No_setting_is_there_that_nothing_reads()
    {
        var known = new KnownSettings([typeof(NewsWatchServices).Assembly, typeof(ReviewOptions).Assembly], [StorageAccount.ContainerKey]);
        var given = await SettingsAsync();
        Assert.True(given.Count > 10, $"Only {given.Count} settings were found.");
        Assert.All(given.Except(OfThePlatform), name => Assert.True(
            name == PollSchedule.Key || name.StartsWith($"{StorageAccount.Connection}__", StringComparison.Ordinal)
                || known.Of(name.Replace("__", ":", StringComparison.Ordinal)) is SettingShape.Value,
            $"{name} is read by nobody."));
        Assert.All(OfThePlatform, name => Assert.Contains(name, given));
    }

    [BicepFact]
    public async Task A_secret_is_a_reference_into_the_vault_that_the_identity_follows()
    {
        var main = await Template.MainAsync();
        var app = main.Module("app");
        Assert.Contains("'@Microsoft.KeyVault(SecretUri={0}secrets/{1})', parameters('vaultUri')", app.Variable("fromVault").GetString(), StringComparison.Ordinal);
        Assert.Contains("userAssignedIdentities", app.Properties("Microsoft.Web/sites").GetProperty("keyVaultReferenceIdentity").GetString(), StringComparison.Ordinal);
        Assert.Contains($"'NewsWatch__Review__{nameof(ReviewOptions.FeedToken)}', parameters('feedTokenName')", main.Given("app", "vaultSettings"), StringComparison.Ordinal);
    }

    /// <summary>Before a path where the platform asks nobody, the app must.</summary>
    [BicepFact]
    public async Task The_platform_leaves_out_feeds_only_and_only_where_they_have_a_token()
    {
        var main = await Template.MainAsync();
        Assert.Equal(
            "[if(empty(parameters('feedTokenName')), createObject('value', createArray()), createObject('value', parameters('feedPaths')))]",
            main.Given("app", "feedPaths"));
        var paths = main.Parameters.Single(parameter => parameter.Name == "feedPaths").Value.GetProperty("defaultValue").EnumerateArray()
            .Select(path => path.GetString()!).ToList();
        await using var site = await Review.TestSite.StartAsync((SignIn.PlatformSwitch, "True"), ("NewsWatch:Review:FeedToken", "a token for readers only"));
        site.Browser.DefaultRequestHeaders.Add(SignIn.NameHeader, "ana@ministry.example");
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await site.GetAsync(path)).Status);
            Assert.Equal(System.Net.HttpStatusCode.OK, (await site.GetAsync($"{path}?token=a+token+for+readers+only")).Status);
        }
        var authentication = main.Module("app").Properties("Microsoft.Web/sites/config");
        Assert.True(authentication.GetProperty("globalValidation").GetProperty("requireAuthentication").GetBoolean());
        Assert.Equal("[parameters('feedPaths')]", authentication.GetProperty("globalValidation").GetProperty("excludedPaths").GetString());
    }

    /// <summary>Names of all app settings, those that stand under a condition too.</summary>
    private static async Task<HashSet<string>> SettingsAsync()
    {
        var site = (await Template.ModuleAsync("app")).Properties("Microsoft.Web/sites");
        return SettingName().Matches(site.GetProperty("siteConfig").GetProperty("appSettings").GetString()!)
            .Select(match => match.Groups[1].Value).ToHashSet();
    }

    [GeneratedRegex("\"%([A-Za-z_]+)%\"")]
    private static partial Regex Placeholder();

    [GeneratedRegex("'name', '([A-Za-z_]+)'")]
    private static partial Regex SettingName();
}
