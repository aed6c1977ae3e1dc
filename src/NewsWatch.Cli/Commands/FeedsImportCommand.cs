using System.CommandLine;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Cli.Commands;

/// <summary>
/// <c>newswatch feeds import</c>: takes the sources of an OPML file onto the watch list. Says what was left out; exit code 1 where nothing
/// was
/// taken.
/// </summary>
internal static class FeedsImportCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "An OPML file, as any feed reader exports it; - is standard input.",
    };
    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Make the file the whole list, instead of adding what is missing.",
    };

    public static Command Build()
    {
        var command = new Command("import", "Take the sources of an OPML file onto the watch list.")
        {
            File, Replace, FeedsOption.WithShipped,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var file = parse.GetValue(File)!;
        using var opml = new MemoryStream(await InputFile.ReadAsync(file, stop));
        var import = WatchListStore.Read(opml, file == InputFile.StandardInput ? InputFile.NameOf(file) : Path.GetFullPath(file));
        foreach (var leftOut in import.LeftOut)
            await Console.Error.WriteLineAsync(Outside.Line($"newswatch: left out: {leftOut}"));
        if (import.Feeds.Count == 0 && import.LeftOut.Count > 0)
            return CommandLine.Failed;
        await using var workspace = FeedsOption.Open(parse, creates: true);
        var lists = workspace.Get<WatchListStore>();
        var isAlone = await FeedsOption.BeginsAloneAsync(parse, lists, stop);
        var before = 0;
        var after = await lists.ChangeAsync(
            list =>
            {
                before = list.Feeds.Count;
                return FeedsOption.Completed(parse, parse.GetValue(Replace) ? import with { LeftOut = [] } : list.With(import.Feeds));
            },
            alone: true,
            stop);
        if (workspace.Json)
            JsonOutput.Write(
                new FeedsImportedRow(lists.Name, before, after.Feeds.Count, import.Feeds.Count, import.LeftOut),
                FeedsJson.Default.FeedsImportedRow);
        else
            Screen.Out.WriteLine($"{lists.Name}: {after.Feeds.Count} sources, {before} before; {import.Feeds.Count} in the file.");
        if (isAlone)
            workspace.Screen.Note(FeedsOption.AloneNow);
        return import.Feeds.Count > 0 ? 0 : CommandLine.Failed;
    }
}
