using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds export</c>: writes the watch list as OPML.</summary>
internal static class FeedsExportCommand
{
    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "File to write; standard output without it, or for -.",
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
        await OutputFile.WriteAsync(parse.GetValue(File), async output => await output.WriteAsync(WatchListStore.ToOpml(list), stop));
        return 0;
    }
}
