using System.Text.Json;
using System.Text.RegularExpressions;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Infra;

public sealed partial class WorkbookTests
{
    [Fact]
    public void Every_name_that_the_workbook_asks_for_is_one_that_the_code_has()
    {
        var queries = Queries();
        Assert.True(queries.Count > 15, $"Only {queries.Count} queries were found.");
        HashSet<string> attributes = [.. typeof(Attributes).GetFields().Select(field => (string)field.GetRawConstantValue()!)];
        foreach (var query in queries)
        {
            var asked = Attribute().Matches(query).Select(match => match.Groups[1].Value).ToList();
            Assert.All(asked, name => Assert.Contains(name, attributes));
            if (Metric().Match(query) is { Success: true, Groups: [_, var metric] })
                Assert.Empty(asked.Except(Assert.Single(Metrics.All, one => one.Name == metric.Value).Attributes));
            else if (Span().Match(query) is { Success: true, Groups: [_, var span] })
                Assert.Empty(asked.Except(Assert.Single(Spans.All, one => one.Name == span.Value.Trim()).Attributes));
            else
                Assert.True(
                    query.StartsWith("AppTraces", StringComparison.Ordinal) || query.Contains("'{Article}'", StringComparison.Ordinal), query);
        }
    }

    [Fact]
    public void Every_metric_is_in_the_workbook()
    {
        var asked = Queries().SelectMany(query => Metric().Matches(query)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        // How many were sent is seen by what is handled of them.
        Assert.Equal(
            Metrics.All.Select(metric => metric.Name).Except([Metrics.MessagesSent.Name]).Order(StringComparer.Ordinal),
            asked.Order(StringComparer.Ordinal));
    }

    [BicepFact]
    public async Task The_workbook_is_deployed_over_the_workspace()
    {
        var module = await Bicep.ModuleAsync("workbook");
        var workbook = module.GetProperty("resources").EnumerateArray().Single().GetProperty("properties");
        Assert.Contains("'Microsoft.OperationalInsights/workspaces', parameters('workspaceName')", workbook.GetProperty("sourceId").GetString(), StringComparison.Ordinal);
        Assert.Contains("newswatch.entries", module.GetRawText(), StringComparison.Ordinal);
    }

    private static List<string> Queries()
    {
        using var workbook = JsonDocument.Parse(File.ReadAllText(Path.Combine(Bicep.Folder, "workbook.json")));
        return [.. workbook.RootElement.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("content"))
            .Where(content => content.TryGetProperty("query", out _))
            .Select(content => content.GetProperty("query").GetString()!)];
    }

    [GeneratedRegex(@"Properties\['([^']+)'\]")]
    private static partial Regex Attribute();

    [GeneratedRegex("^AppMetrics \\| where Name == '([^']+)'")]
    private static partial Regex Metric();

    [GeneratedRegex("^App(?:Requests|Dependencies) \\| where Name (?:==|startswith) '([^']+)'")]
    private static partial Regex Span();
}
