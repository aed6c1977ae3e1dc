using System.Globalization;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.Cli.Output;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Cli.Agreements;

/// <summary>Agreements on the screen, or as JSON.</summary>
internal static class AgreementPrinter
{
    public static void List(IReadOnlyList<AgreementRecord> records, Screen screen)
    {
        if (screen.Json)
        {
            JsonOutput.Write(records, ExportJson.Default.IReadOnlyListAgreementRecord);
            return;
        }
        var list = new Listing(
            new("Agreement"), new("Stage"), new("Since"), new("Parties") { Gives = true }, new("Name") { Gives = true },
            new("On whose word") { Gives = true });
        foreach (var record in records)
        {
            var stage = record.Stages[^1];
            list.Add(record.Id, WireName.Of(stage.Stage), stage.Told.ToString(), Names(record), record.Name, Origins(stage));
        }
        list.Print(screen);
    }

    public static void Show(Dossier dossier, Screen screen)
    {
        var record = AgreementRecord.Of(dossier);
        if (screen.Json)
            JsonOutput.Write(record, ExportJson.Default.AgreementRecord);
        else
            new TimelinePrinter(screen.Prose()).Print(dossier, record);
    }

    public static void Rules(IReadOnlyList<RuleCost> costs, Screen screen)
    {
        if (screen.Json)
        {
            JsonOutput.Write(costs, AgreementsJson.Default.IReadOnlyListRuleCost);
            return;
        }
        var list = new Listing(
            new("Rule"), new("Dismissed") { IsNumber = true }, new("Of") { IsNumber = true }, new("False alarms") { IsNumber = true },
            new("Corrected") { IsNumber = true }, new("Reasons given") { Gives = true });
        foreach (var cost in costs)
            list.Add(
                cost.Rule,
                Number(cost.Dismissed),
                Number(cost.Decided),
                (cost.FalseAlarms * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
                Number(cost.Corrected),
                string.Join("; ", cost.Reasons));
        list.Print(screen);
    }

    internal static string Names(AgreementRecord record) => PartyTable.Names(record.Parties.Select(party => party.Code));

    /// <summary>How many independent origins, and whose governments.</summary>
    internal static string Origins(StageRecord stage)
    {
        var count = $"{stage.Origins} {(stage.Origins == 1 ? "origin" : "origins")}, best {WireName.Of(stage.Sources[0].Rank)}";
        return stage.Governments.Count == 0 ? count : $"{count}, said by {string.Join(" and ", stage.Governments)}";
    }

    /// <summary>Text from outside must not be read as markup, nor steer the terminal.</summary>
    internal static Spectre.Console.Text Text(string text) => new(Outside.Line(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
