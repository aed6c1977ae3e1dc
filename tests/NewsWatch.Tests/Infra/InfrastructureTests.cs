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
    public async Task Every_parameter_says_what_it_is()
    {
        var main = await Template.MainAsync();
        Assert.All(main.Parameters, parameter => Assert.True(
            parameter.Value.TryGetProperty("metadata", out var metadata) && metadata.GetProperty("description").GetString() is { Length: > 20 },
            $"{parameter.Name} is not described."));
    }

    [BicepFact]
    public async Task No_template_holds_a_key_or_a_secret()
    {
        var template = (await Bicep.Main).Output;
        foreach (var trace in new[] { "listKeys", "listAccountSas", "listSecrets", "AccountKey", "SharedAccessSignature", "connectionStrings", "secureString" })
            Assert.DoesNotContain(trace, template, StringComparison.OrdinalIgnoreCase);
    }

    [BicepFact]
    public async Task Both_accounts_take_identities_alone_over_TLS()
    {
        var accounts = (await Template.ModuleAsync("storage")).All("Microsoft.Storage/storageAccounts");
        Assert.Equal(2, accounts.Count);
        Assert.All(accounts.Select(account => account.GetProperty("properties")), account =>
        {
            Assert.False(account.GetProperty("allowSharedKeyAccess").GetBoolean());
            Assert.False(account.GetProperty("allowBlobPublicAccess").GetBoolean());
            Assert.Equal("TLS1_2", account.GetProperty("minimumTlsVersion").GetString());
            Assert.True(account.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
            Assert.Equal("[if(parameters('isPrivate'), 'Disabled', 'Enabled')]", account.GetProperty("publicNetworkAccess").GetString());
        });
    }

    [BicepFact]
    public async Task The_store_has_the_queues_of_the_pipeline_and_one_beside_each_for_poison()
    {
        var main = await Template.MainAsync();
        Assert.Equal(
            Pipeline.Queues.Order(StringComparer.Ordinal),
            main.Variable("queueNames").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("[variables('queueNames')]", main.Given("storage", "queueNames"));
        var names = main.Module("storage").All("Microsoft.Storage/storageAccounts/queueServices/queues")
            .Select(queue => queue.GetProperty("name").GetString()!).ToList();
        Assert.Equal(2, names.Count);
        Assert.Contains(names, name => name.Contains("parameters('queueNames')[copyIndex()])]", StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains($"format('{Pipeline.Poison("{0}")}', parameters('queueNames')[copyIndex()])", StringComparison.Ordinal));
    }

    /// <summary>A ledger that a rule of storage deletes is gone for good.</summary>
    [BicepFact]
    public async Task Of_what_stands_pages_alone_are_ever_deleted()
    {
        var rules = (await Template.ModuleAsync("storage")).Properties("Microsoft.Storage/storageAccounts/managementPolicies")
            .GetProperty("policy").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("definition")).ToList();
        var deleting = rules.Where(rule => rule.GetProperty("actions").TryGetProperty("baseBlob", out _)).ToList();
        var prefixes = deleting.SelectMany(rule => rule.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray()).Select(prefix => prefix.GetString());
        Assert.Equal(["[format('{0}/pages/', 'newswatch')]"], prefixes);
        Assert.All(rules, rule => Assert.All(
            rule.GetProperty("actions").EnumerateObject(),
            action => Assert.Contains(action.Name, new[] { "baseBlob", "version" })));
    }

    [BicepFact]
    public async Task The_vault_keeps_what_is_deleted_and_is_read_by_roles()
    {
        var vault = (await Template.ModuleAsync("vault")).Properties("Microsoft.KeyVault/vaults");
        Assert.True(vault.GetProperty("enableRbacAuthorization").GetBoolean());
        Assert.True(vault.GetProperty("enableSoftDelete").GetBoolean());
        Assert.True(vault.GetProperty("enablePurgeProtection").GetBoolean());
        Assert.Equal(90, vault.GetProperty("softDeleteRetentionInDays").GetInt32());
    }

    [BicepFact]
    public async Task Privately_every_account_and_the_vault_has_an_endpoint_in_a_zone_of_its_kind()
    {
        var network = await Template.ModuleAsync("network");
        var services = network.Variable("services").EnumerateArray().Select(service => service.GetProperty("group").GetString()).ToList();
        var targets = network.Variable("targets").EnumerateArray()
            .Select(target => $"{target.GetProperty("name").GetString()} is {services[target.GetProperty("service").GetInt32()]}");
        Assert.Equal(
            ["store-blob is blob", "store-queue is queue", "host-blob is blob", "host-table is table", "vault is vault"],
            targets);
        Assert.Contains("Microsoft.App/environments", network.Text, StringComparison.Ordinal);
    }
}
