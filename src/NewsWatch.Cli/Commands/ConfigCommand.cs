using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Hosting;
using NewsWatch.SettingsCheck;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch config check</c>: the settings in force, where each came from, and what is wrong with them.</summary>
internal static class ConfigCommand
{
    private static readonly Option<bool> All = new("--all") { Description = "Also what is left at its default." };

    public static Command Build()
    {
        var check = new Command("check", "The settings in force and where each came from; secrets only as set or not set. Exit code 2 where one cannot work.") { All };
        check.SetAction(RunAsync);
        return new("config", "The settings.") { check };
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, checkSettings: false);
        var configuration = workspace.Get<IConfigurationRoot>();
        var rows = new SettingsReport(workspace.Get<KnownSettings>()).Read(configuration, provider => Origin(provider, workspace.Folder))
            .Concat([Single(configuration, PollSchedule.Key, PollSchedule.Default, workspace.Folder)])
            .Where(row => row.Origin != SettingInForce.Default || parse.GetValue(All))
            .ToList();
        var faults = Faults(workspace, configuration);
        if (workspace.Json)
            WriteJson(rows, faults);
        else
            Write(rows, faults);
        return faults.Count == 0 ? 0 : CommandLine.Unusable;
    }

    private static List<string> Faults(Workspace workspace, IConfiguration configuration)
    {
        var faults = new List<string>();
        try
        {
            workspace.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException refusal)
        {
            faults.AddRange(refusal.Failures);
        }
        catch (AggregateException refusals) when (refusals.InnerExceptions.All(refusal => refusal is OptionsValidationException))
        {
            faults.AddRange(refusals.InnerExceptions.SelectMany(refusal => ((OptionsValidationException)refusal).Failures));
        }
        catch (InvalidOperationException)
        {
            // A value of the wrong type stops the binder: the checker says which, and the nearest right word.
            faults.AddRange(workspace.Get<SettingsChecker>().Check(configuration));
        }
        try
        {
            PollSchedule.Read(configuration);
        }
        catch (UsageException refusal)
        {
            faults.Add(refusal.Message);
        }
        return faults;
    }

    private static void Write(List<SettingInForce> rows, List<string> faults)
    {
        var width = rows.Select(row => row.Key.Length).DefaultIfEmpty(0).Max();
        foreach (var row in rows)
            Console.WriteLine($"{row.Key.PadRight(width)}  {row.Value}  ({row.Origin})");
        foreach (var fault in faults)
            Console.Error.WriteLine($"newswatch: {fault}");
        if (faults.Count == 0)
            Console.WriteLine(rows.Count == 0 ? "Everything is at its default; --all shows it." : "The settings can work.");
    }

    private static void WriteJson(List<SettingInForce> rows, List<string> faults) => JsonOutput.Write(json =>
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
