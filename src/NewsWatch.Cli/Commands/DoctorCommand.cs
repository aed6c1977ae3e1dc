using System.CommandLine;
using NewsWatch.Cli.Doctor;
using NewsWatch.Cli.Output;
using Spectre.Console;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch doctor</c>: whether this machine and these settings can do the work. Exit code 1 where something cannot.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Offline = new("--offline") { Description = "Leave out what asks the network." };

    public static Command Build()
    {
        var command = new Command(
            "doctor", "Check settings, storage, permissions, queues, sources, network and clock. Changes nothing.") { Offline };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, checkSettings: false);
        var faults = SettingsFaults.Of(workspace);
        List<Finding> findings =
        [
            .. faults.Select(fault
                => new Finding("settings", FindingResult.Fault, fault, "newswatch config check shows what is in force.")),
        ];
        if (faults.Count == 0)
        {
            findings.Add(new("settings", FindingResult.Ok, "every one can work"));
            findings.AddRange(await StorageChecks.RunAsync(workspace, cancellation));
            findings.Add(await NetworkChecks.SourcesAsync(workspace, cancellation));
            if (!parse.GetValue(Offline))
                findings.AddRange(
                    await Meter.ShowAsync(workspace.Screen, "Asking the network", _ => NetworkChecks.RunAsync(workspace, cancellation)));
        }
        if (workspace.Json)
            WriteJson(findings);
        else
            Print(findings, workspace.Screen);
        return findings.Exists(finding => finding.Result == FindingResult.Fault) ? CommandLine.Failed : 0;
    }

    private static void Print(List<Finding> findings, Screen screen)
    {
        if (!screen.IsTerminal)
        {
            var list = new Listing(new("Check"), new("Result"), new("Seen"), new("To do"));
            foreach (var finding in findings)
                list.Add(finding.Check, Word(finding.Result), finding.Says, finding.Do);
            list.Print(screen);
            return;
        }
        var console = screen.Prose();
        foreach (var finding in findings)
        {
            var (mark, colour) = finding.Result switch
            {
                FindingResult.Ok => ("✓", Color.Green),
                FindingResult.Warning => ("!", Color.Yellow),
                _ => ("✗", Color.Red),
            };
            console.Write(new Spectre.Console.Text(mark, new Style(colour)));
            console.WriteLine($" {finding.Check + ":",-13}{Outside.Line(finding.Says)}");
            if (finding.Do.Length > 0)
                console.WriteLine($"               {Outside.Line(finding.Do)}");
        }
    }

    private static void WriteJson(List<Finding> findings) => JsonOutput.Write(json =>
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("check", finding.Check);
            json.WriteString("result", Word(finding.Result));
            json.WriteString("seen", finding.Says);
            json.WriteString("toDo", finding.Do);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Word(FindingResult result) => result.ToString().ToLowerInvariant();
}
