using System.Text.RegularExpressions;

namespace NewsWatch.Tests.Infra;

/// <summary>
/// An id that no role has is found out at deployment only. Those below are of Azure's list of built-in roles
/// (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles).
/// </summary>
public sealed partial class RoleTests
{
    private static readonly Dictionary<string, string> Published = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [Fact]
    public void Every_role_that_is_granted_is_a_published_one()
    {
        var granted = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "infra"), "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText)
            .SelectMany(text => Id().Matches(text)).Select(match => match.Value).ToList();
        Assert.NotEmpty(granted);
        Assert.All(granted, id => Assert.True(Published.ContainsKey(id), $"{id} is no built-in role that is known here."));
    }

    /// <summary>What the app may do, it may do to one resource, and never to the whole group or subscription.</summary>
    [BicepFact]
    public async Task Every_role_is_granted_on_a_resource_of_ours()
    {
        var main = await Template.MainAsync();
        var grants = new List<string>();
        foreach (var module in new[] { "storage", "vault", "monitoring" })
            grants.AddRange(main.Module(module).All("Microsoft.Authorization/roleAssignments").Select(grant => $"{Role(grant)} {grant.GetProperty("scope").GetString()}"));
        Assert.Equal(
            [
                "blobContributor [resourceId('Microsoft.Storage/storageAccounts/blobServices/containers', parameters('storeName'), 'default', 'newswatch')]",
                "of hostRoles [resourceId('Microsoft.Storage/storageAccounts', parameters('hostName'))]",
                "officer [resourceId('Microsoft.KeyVault/vaults', parameters('name'))]",
                "queueContributor [resourceId('Microsoft.Storage/storageAccounts', parameters('storeName'))]",
                "reader [resourceId('Microsoft.KeyVault/vaults', parameters('name'))]",
                "role [resourceId('Microsoft.Insights/components', parameters('name'))]",
            ],
            grants.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Microsoft.Authorization", main.Module("app").Text, StringComparison.Ordinal);
    }

    private static string Role(System.Text.Json.JsonElement grant)
        => RoleName().Match(grant.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!) is { Success: true } match
            ? match.Groups[2].Success ? $"of {match.Groups[1].Value}" : match.Groups[1].Value
            : throw new InvalidOperationException("A role without a name.");

    [GeneratedRegex(@"variables\('(\w+)'\)(\[copyIndex\(\)\])?\)\]$")]
    private static partial Regex RoleName();

    [GeneratedRegex("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")]
    private static partial Regex Id();
}
