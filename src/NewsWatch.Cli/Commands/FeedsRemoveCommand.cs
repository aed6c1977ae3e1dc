using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds remove</c>: takes a source off the watch list.</summary>
internal static class FeedsRemoveCommand
{
    private static readonly Argument<string> Url = new("URL")
    {
        Description = "The source's address, as feeds list --json shows it, or its id.",
    };

    public static Command Build()
    {
        var command = new Command("remove", "Take a source off the watch list; what it brought stays.") { Url };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse, creates: true);
        var asked = parse.GetValue(Url)!;
        var lists = workspace.Get<WatchListStore>();
        WatchedFeed? removed = null;
        await lists.ChangeAsync(
            list => (removed = FeedsOption.Find(list, asked)) is { } feed ? list.Without(feed) : list, alone: false, stop);
        if (removed is null)
            throw FeedsOption.Unlisted(asked, lists);
        if (workspace.Json)
            JsonOutput.Write(new FeedRemovedRow(removed.Id, removed.Title, ShownAddress.Of(removed.Address), lists.Name), FeedsJson.Default.FeedRemovedRow);
        else
            Screen.Out.WriteLine(Outside.Line($"Removed from {lists.Name}: {removed.Title}, {ShownAddress.Of(removed.Address)}"));
        return 0;
    }
}
