using System.CommandLine;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.Cli.Agreements;
using NewsWatch.Cli.Output;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch reclassify</c>: what the present rules would change of stored readings, and the change itself.</summary>
internal static class ReclassifyCommand
{
    private static readonly Option<string?> Since = new("--since")
    {
        Description = "Only articles found from this day on.",
        HelpName = "YYYY-MM-DD",
    };
    private static readonly Option<bool> Apply = new("--apply") { Description = "Change it; without this nothing is changed." };

    public static Command Build()
    {
        var command = new Command(
            "reclassify",
            "Read the stored articles by the present rules: shows what would change, and changes it with --apply.") { Since, Apply };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var since = CommandDates.Day(parse, Since);
        await using var workspace = Workspace.Open(parse);
        var rereader = workspace.Get<Rereader>();
        var screen = workspace.Screen;
        var changes = await Meter.ShowAsync(screen, "Reading stored articles", async meter =>
        {
            var found = new List<ReadingChange>();
            await foreach (var change in rereader.CompareAsync(since, (done, total) =>
            {
                meter.Expect(total);
                meter.At(done);
            }, cancellation))
                found.Add(change);
            return found;
        });
        Print(changes, screen);
        if (changes.Count == 0)
        {
            screen.Note(workspace.Empty("The present rules read every stored article as it is stored.", "There is nothing to change."));
            return 0;
        }
        if (!parse.GetValue(Apply))
        {
            screen.Note("Nothing was changed: say --apply to change it.");
            return 0;
        }
        await Meter.ShowAsync(screen, "Changing", async meter =>
        {
            meter.Expect(changes.Count);
            foreach (var change in changes)
            {
                await rereader.ApplyAsync(change.Article, cancellation);
                meter.Step();
            }
            return true;
        });
        screen.Note($"Changed {changes.Count}. The ledger follows when the queues are worked: newswatch poll, or run.");
        return 0;
    }

    private static void Print(List<ReadingChange> changes, Screen screen)
    {
        if (screen.Json)
        {
            JsonOutput.Write<IReadOnlyList<ReadingChange>>(changes, AgreementsJson.Default.IReadOnlyListReadingChange);
            return;
        }
        var list = new Listing(
            new("Change"), new("Article"), new("Before") { Gives = true }, new("After") { Gives = true }, new("Decided"),
            new("Title") { Gives = true });
        foreach (var change in changes.OrderBy(change => change.Kind))
            list.Add(
                WireName.Of(change.Kind),
                change.Article,
                Of(change.Before),
                Of(change.After),
                change.Decided is { } verdict ? WireName.Of(verdict) : "",
                change.Title);
        list.Print(screen);
        foreach (var kind in changes.GroupBy(change => change.Kind).OrderBy(kind => kind.Key))
            screen.Note($"{kind.Count()} {WireName.Of(kind.Key)}");
    }

    private static string Of(FoundAgreement? found)
        => found is null ? "–" : $"{WireName.Of(found.Type)} {string.Join('-', found.Parties)} {WireName.Of(found.Stage)}";
}
