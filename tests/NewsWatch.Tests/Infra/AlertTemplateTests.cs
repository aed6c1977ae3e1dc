using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds;
using NewsWatch.Telemetry;

namespace NewsWatch.Tests.Infra;

/// <summary>What is watched, by the names that the code gives to it.</summary>
public sealed partial class AlertTemplateTests
{
    [BicepFact]
    public async Task Each_alert_tells_the_group()
    {
        var alerts = await Template.ModuleAsync("alerts");
        var rules = alerts.All("Microsoft.Insights/scheduledQueryRules");
        Assert.Equal(
            ["failed-runs", "failing-feeds", "no-poll", "poison"],
            rules.Select(rule => NameEnd().Match(rule.GetProperty("name").GetString()!).Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(rules, rule =>
        {
            Assert.Single(rule.GetProperty("properties").GetProperty("actions").GetProperty("actionGroups").EnumerateArray());
            Assert.True(rule.GetProperty("properties").GetProperty("enabled").GetBoolean());
        });
        var budget = alerts.Properties("Microsoft.Consumption/budgets");
        Assert.Equal(["spent", "foreseen"], budget.GetProperty("notifications").EnumerateObject().Select(notice => notice.Name));
    }

    [BicepFact]
    public async Task Half_an_hour_without_a_run_of_the_timer_is_told()
    {
        var main = await Template.MainAsync();
        Assert.Equal("PT30M", main.Parameters.Single(parameter => parameter.Name == "pollAlertWindow").Value.GetProperty("defaultValue").GetString());
        var rule = Criterion(main.Module("alerts"), "no-poll");
        Assert.Equal("LessThan", rule.GetProperty("operator").GetString());
        Assert.Equal(1, rule.GetProperty("threshold").GetInt32());
        var function = HasName().Match(rule.GetProperty("query").GetString()!).Groups[1].Value;
        var source = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "src", "NewsWatch.Functions", $"{function}.cs"));
        Assert.Contains($"[Function(nameof({function}))]", source, StringComparison.Ordinal);
        Assert.Contains("TimerTrigger(", source, StringComparison.Ordinal);
    }

    [BicepFact]
    public async Task Poison_of_each_queue_is_told()
    {
        var main = await Template.MainAsync();
        var alerts = main.Module("alerts");
        Assert.Equal("[variables('queueNames')]", main.Given("alerts", "queueNames"));
        var query = Criterion(alerts, "poison").GetProperty("query").GetString()!;
        Assert.Contains("variables('poisonQueues')", query, StringComparison.Ordinal);
        Assert.Contains($"\"{Metrics.QueueMessages.Name}\"", query, StringComparison.Ordinal);
        Assert.Contains($"\"{Attributes.Queue}\"", query, StringComparison.Ordinal);
        var format = PathFormat().Match(alerts.Variable("poisonQueues").GetString()!).Groups[1].Value;
        Assert.All(Pipeline.Queues, queue => Assert.Equal(
            $"\"{Pipeline.Poison(queue)}\"", string.Format(CultureInfo.InvariantCulture, format, queue)));
    }

    /// <summary>The alert reads the line that a poll logs: where one is worded anew, so must be the other.</summary>
    [BicepFact]
    public async Task Failing_feeds_are_counted_from_what_a_poll_logs()
    {
        var query = Criterion(await Template.ModuleAsync("alerts"), "failing-feeds").GetProperty("query").GetString()!;
        var logged = typeof(FeedPoller).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message).OfType<string>()
            .Single(message => message.Contains("{Failed}", StringComparison.Ordinal));
        var parts = QuotedOrNamed().Matches(Parse().Match(query).Groups[1].Value).Select(match => match.Value).ToList();
        var line = Regex.Replace(logged, @"\{\w+\}", hole => hole.Value is "{Polled}" ? "40" : hole.Value is "{Failed}" ? "7" : "90");
        var match = Regex.Match(line, "^" + string.Concat(parts.Select(part => part switch
        {
            "*" => ".*?",
            ['"', ..] => Regex.Escape(part.Trim('"')),
            _ => $"(?<{part.Split(':')[0]}>[0-9]+)",
        })) + "$");
        Assert.True(match.Success, $"{line} is not what the alert reads.");
        Assert.Equal(("40", "7"), (match.Groups["Polled"].Value, match.Groups["Failed"].Value));
        Assert.Contains("startswith \"Polled \"", query, StringComparison.Ordinal);
    }

    private static JsonElement Criterion(Template alerts, string name)
        => Assert.Single(alerts.All("Microsoft.Insights/scheduledQueryRules")
            .Single(rule => NameEnd().Match(rule.GetProperty("name").GetString()!).Groups[1].Value == name)
            .GetProperty("properties").GetProperty("criteria").GetProperty("allOf").EnumerateArray());

    [GeneratedRegex(@"format\('\{0\}-([a-z-]+)'")]
    private static partial Regex NameEnd();

    [GeneratedRegex("Name has \"(\\w+)\"")]
    private static partial Regex HasName();

    [GeneratedRegex(@"format\('([^']+)', lambdaVariables")]
    private static partial Regex PathFormat();

    [GeneratedRegex(@"parse Message with (.+?) \|")]
    private static partial Regex Parse();

    [GeneratedRegex("\"[^\"]*\"|\\*|\\w+:\\w+")]
    private static partial Regex QuotedOrNamed();
}
