using System.Globalization;
using System.Text.Json;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;
using Spectre.Console;

namespace NewsWatch.Cli.Agreements;

/// <summary>Agreements on the terminal, or as JSON.</summary>
internal static class AgreementPrinter
{
    public static void List(IReadOnlyList<AgreementRecord> records, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(records, ExportJson.Default.IReadOnlyListAgreementRecord));
            return;
        }
        // Lines, not a table: they can be cut and sorted, and nothing is wrapped.
        var width = records.Select(record => record.Id.Length).DefaultIfEmpty(0).Max();
        foreach (var record in records)
        {
            var stage = record.Stages[^1];
            Console.WriteLine($"{record.Id.PadRight(width)}  {WireName.Of(stage.Stage),-19}  {stage.Told,-10}  {Origins(stage)}");
        }
    }

    public static void Show(Dossier dossier, bool json)
    {
        var record = AgreementRecord.Of(dossier);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(record, ExportJson.Default.AgreementRecord));
        else
            TimelinePrinter.Print(dossier, record);
    }

    public static void Rules(IReadOnlyList<RuleCost> costs, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(costs, AgreementsJson.Default.IReadOnlyListRuleCost));
            return;
        }
        if (costs.Count == 0)
        {
            AnsiConsole.WriteLine("No decisions yet.");
            return;
        }
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("rule", "dismissed", "of", "false alarms", "corrected", "reasons given");
        foreach (var cost in costs)
            table.AddRow(
                Text(cost.Rule),
                Text(cost.Dismissed.ToString(CultureInfo.InvariantCulture)),
                Text(cost.Decided.ToString(CultureInfo.InvariantCulture)),
                Text((cost.FalseAlarms * 100).ToString("0", CultureInfo.InvariantCulture) + " %"),
                Text(cost.Corrected.ToString(CultureInfo.InvariantCulture)),
                Text(string.Join("; ", cost.Reasons)));
        AnsiConsole.Write(table);
    }

    internal static string Names(AgreementRecord record) => PartyTable.Names(record.Parties.Select(party => party.Code));

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How many independent origins, and whose governments.</summary>
    internal static string Origins(StageRecord stage)
    {
        var count = $"{stage.Origins} {(stage.Origins == 1 ? "origin" : "origins")}, best {WireName.Of(stage.Sources[0].Rank)}";
        return stage.Governments.Count == 0 ? count : $"{count}, said by {string.Join(" and ", stage.Governments)}";
    }

    /// <summary>Text from outside must not be read as markup, nor steer the terminal.</summary>
    internal static Spectre.Console.Text Text(string text) => new(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)));
}
