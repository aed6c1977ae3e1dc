using System.CommandLine;
using System.Text.Json;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.Cli.Agreements;
using Spectre.Console;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch reclassify</c>: what the present rules would change of stored readings, and the change itself.</summary>
internal static class ReclassifyCommand
{
    private static readonly Option<string?> Since = new("--since") { Description = "Only articles found from this day on.", HelpName = "YYYY-MM-DD" };
    private static readonly Option<bool> Apply = new("--apply") { Description = "Change it; without this nothing is changed." };

    public static Command Build()
    {
        var command = new Command("reclassify", "Read the stored articles by the present rules: shows what would change, and changes it with --apply.") { Since, Apply };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var since = CommandDates.Day(parse, Since);
        await using var workspace = Workspace.Open(parse);
        var rereader = workspace.Get<Rereader>();
        var changes = new List<ReadingChange>();
        await foreach (var change in rereader.CompareAsync(since, cancellation))
            changes.Add(change);
        Print(changes, workspace.Json);
        if (!parse.GetValue(Apply))
        {
            if (!workspace.Json && changes.Count > 0)
                AnsiConsole.WriteLine("Nothing was changed: say --apply to change it.");
            return 0;
        }
        foreach (var change in changes)
            await rereader.ApplyAsync(change.Article, cancellation);
        if (!workspace.Json)
            AnsiConsole.WriteLine($"Changed {changes.Count}. The ledger follows when the queues are worked: newswatch poll, or run.");
        return 0;
    }

    private static void Print(List<ReadingChange> changes, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize<IReadOnlyList<ReadingChange>>(changes, AgreementsJson.Default.IReadOnlyListReadingChange));
            return;
        }
        if (changes.Count == 0)
        {
            AnsiConsole.WriteLine("The present rules read every stored article as it is stored.");
            return;
        }
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("change", "article", "before", "after", "decided");
        foreach (var change in changes.OrderBy(change => change.Kind))
            table.AddRow(
                AgreementPrinter.Text(WireName.Of(change.Kind)),
                AgreementPrinter.Text($"{change.Title}\n{change.Article}"),
                AgreementPrinter.Text(Of(change.Before)),
                AgreementPrinter.Text(Of(change.After)),
                AgreementPrinter.Text(change.Decided is { } verdict ? WireName.Of(verdict) : ""));
        AnsiConsole.Write(table);
        foreach (var kind in changes.GroupBy(change => change.Kind).OrderBy(kind => kind.Key))
            AnsiConsole.WriteLine($"{kind.Count()} {WireName.Of(kind.Key)}");
    }

    private static string Of(FoundAgreement? found)
        => found is null ? "–" : $"{WireName.Of(found.Type)} {string.Join('-', found.Parties)} {WireName.Of(found.Stage)}";
}
