using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.SettingsCheck;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch config</c>: the settings in force, where each came from, and what is wrong with them.</summary>
internal static class ConfigCommand
{
    private static readonly Option<bool> All = new("--all") { Description = "Also what is left at its default." };

    private static readonly Argument<string?> Section = new("SECTION")
    {
        Description = "Only keys that begin like this, such as NewsWatch:Fetching.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Build()
    {
        var check = new Command(
            "check", "What cannot work, and the settings in force with where each came from. Exit code 2 where one cannot work.") { All };
        check.SetAction((parse, _) => RunAsync(parse, null, checks: true));
        var show = new Command("show", "The settings in force and where each came from; secrets only as set or not set.") { Section, All };
        show.SetAction((parse, _) => RunAsync(parse, parse.GetValue(Section), checks: false));
        return new("config", "The settings.") { check, show };
    }

    private static async Task<int> RunAsync(ParseResult parse, string? section, bool checks)
    {
        await using var workspace = Workspace.Open(parse, checkSettings: false);
        var configuration = workspace.Get<IConfigurationRoot>();
        var rows = new SettingsReport(workspace.Get<KnownSettings>()).Read(configuration, provider => Origin(provider, workspace.Folder))
            .Concat([Single(configuration, PollSchedule.Key, PollSchedule.Default, workspace.Folder)])
            .Where(row => row.Origin != SettingInForce.Default || parse.GetValue(All))
            .Where(row => section is null || row.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var faults = checks ? SettingsFaults.Of(workspace) : [];
        if (workspace.Json)
            WriteJson(rows, faults, checks);
        else
            Print(rows, faults, workspace.Screen, checks);
        if (rows.Count == 0)
            workspace.Screen.Note("Everything is at its default; --all shows it.");
        return faults.Count == 0 ? 0 : CommandLine.Unusable;
    }

    private static void Print(List<SettingInForce> rows, IReadOnlyList<string> faults, Screen screen, bool checks)
    {
        var list = new Listing(new("Setting"), new("Value") { Gives = true }, new("From") { Gives = true });
        foreach (var row in rows)
            list.Add(row.Key, row.Value, row.Origin);
        list.Print(screen);
        foreach (var fault in faults)
            Console.Error.WriteLine(Outside.Line($"newswatch: {fault}"));
        if (checks && faults.Count == 0)
            screen.Note("The settings can work.");
    }

    private static void WriteJson(List<SettingInForce> rows, IReadOnlyList<string> faults, bool checks) => JsonOutput.Write(json =>
    {
        json.WriteStartArray("settings");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            json.WriteString("value", row.Value);
            json.WriteString("origin", row.Origin);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (!checks)
            return;
        json.WriteStartArray("faults");
        foreach (var fault in faults)
            json.WriteStringValue(fault);
        json.WriteEndArray();
    });

    private static SettingInForce Single(IConfigurationRoot configuration, string key, string otherwise, string folder)
        => configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) is { } provider
            ? new(key, configuration[key] ?? "", Origin(provider, folder))
            : new(key, otherwise, SettingInForce.Default);

    private static string Origin(IConfigurationProvider provider, string folder) => provider switch
    {
        JsonConfigurationProvider => Path.Combine(folder, Settings.FileName),
        EnvironmentVariablesConfigurationProvider => "environment",
        _ => "command line",
    };
}
