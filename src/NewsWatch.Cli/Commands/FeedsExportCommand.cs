using System.CommandLine;
using System.Text;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds export</c>: writes the watch list as OPML.</summary>
internal static class FeedsExportCommand
{
    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "Where to write. Default: standard output.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Build()
    {
        var command = new Command("export", "Write the watch list as OPML 2.0.") { File };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse);
        var list = await workspace.Get<WatchListStore>().LoadAsync(stop);
        if (parse.GetValue(File) is { } file)
            await WatchListStore.WriteFileAsync(Path.GetFullPath(file), list, stop);
        else
            await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(WatchListStore.ToOpml(list)));
        return 0;
    }
}
