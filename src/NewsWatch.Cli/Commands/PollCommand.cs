using System.CommandLine;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.Storage;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch poll</c>: one pass over what is due.</summary>
internal static class PollCommand
{
    /// <summary>The watch list to read instead of the store's own.</summary>
    public static Option<string?> Feeds { get; } = new("--feeds")
    {
        Description = "Watch list to poll: an OPML file. Default: feeds.opml in the store, else the list that comes with NewsWatch.",
        HelpName = "FILE",
    };

    private static readonly Option<int> Wait = new("--wait")
    {
        Description = "Longest time without progress to wait for messages that are due later or held by another process.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 30,
    };

    public static Command Build()
    {
        var command = new Command("poll", "One pass: poll what is due, drain the queues, print what happened.") { Feeds, Wait };
        Wait.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var seconds) && seconds is >= 0 and <= 3600))
                result.AddError("--wait takes seconds from 0 to 3600.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The setting that <c>--feeds</c> stands for; empty where it is not given.</summary>
    public static Dictionary<string, string?> WatchList(ParseResult parse)
        => parse.GetValue(Feeds) is { } file ? new() { ["NewsWatch:PollFeeds:WatchList"] = Path.GetFullPath(file) } : [];

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = Workspace.Open(parse, WatchList(parse), creates: true);
        using var hold = PipelineLock.Hold(workspace.Folder);
        await LocalStorageServices.ReclaimAsync(workspace.Services, stop);
        var summary = await Meter.ShowAsync(
            workspace.Screen, "Polling feeds", meter
                => workspace.Get<OnePass>().RunAsync(TimeSpan.FromSeconds(parse.GetValue(Wait)), meter, stop));
        await PassReport.PrintAsync(summary, workspace, stop);
        return 0;
    }
}
