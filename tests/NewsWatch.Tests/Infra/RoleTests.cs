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
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [Fact]
    public void Every_role_that_is_granted_is_a_published_one()
    {
        var granted = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "infra"), "*.bicep").Select(File.ReadAllText)
            .SelectMany(text => Id().Matches(text)).Select(match => match.Value).ToList();
        Assert.NotEmpty(granted);
        Assert.All(granted, id => Assert.True(Published.ContainsKey(id), $"{id} is no built-in role that is known here."));
    }

    [GeneratedRegex("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")]
    private static partial Regex Id();
}
