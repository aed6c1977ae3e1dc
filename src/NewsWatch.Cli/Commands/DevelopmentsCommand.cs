using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch developments</c>: what moved, what was learned late, and what was taken back.</summary>
internal static class DevelopmentsCommand
{
    private static readonly Option<string?> Since = new("--since")
    {
        Description = "Only what was noticed from this day on.",
        HelpName = "YYYY-MM-DD",
    };

    public static Command Build()
    {
        var command = new Command(
            "developments", "Every development: what moved and when, what was learned late, what was corrected.") { Since };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var since = CommandDates.Day(parse, Since);
        await using var workspace = Workspace.Open(parse);
        var doubted = (await workspace.Get<DoubtedStore>().ReadAsync(cancellation)).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<DevelopmentRecord> records =
        [
            .. (await workspace.Get<DevelopmentList>().ReadAsync(since, cancellation))
                .Select(record => record with { Held = doubted.Contains(record.Id) }),
        ];
        if (workspace.Json)
        {
            JsonOutput.Write(records, ExportJson.Default.IReadOnlyListDevelopmentRecord);
            return 0;
        }
        var list = new Listing(
            new("Noticed (UTC)"), new("Kind"), new("Development"), new("Parties") { Gives = true }, new("What") { Gives = true });
        foreach (var record in records)
            list.Add(
                Times.Minute(record.At), WireName.Of(record.Kind), record.Id, PartyTable.Names(record.Parties), Step(record));
        list.Print(workspace.Screen);
        if (records.Count == 0)
            workspace.Screen.Note(workspace.Empty(
                since is null ? "No developments yet." : $"No developments since {parse.GetValue(Since)}.",
                "newswatch status shows what was read."));
        return 0;
    }

    private static string Step(DevelopmentRecord record) => record.Kind == DevelopmentKind.Correction
        ? $"not {WireName.Of(record.Previous!.Value)}"
            + (record.Stage == AgreementStage.Mentioned ? "" : $", but {WireName.Of(record.Stage)}") + $" ({record.Corrects})"
        : $"{WireName.Of(record.Stage)} since {record.Since:yyyy-MM-dd}"
            + (record.Previous is { } before ? $" (was {WireName.Of(before)})" : "")
            + (record.Held ? ", held for an analyst" : "");
}
