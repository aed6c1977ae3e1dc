using System.CommandLine;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds remove</c>: takes a source off the watch list.</summary>
internal static class FeedsRemoveCommand
{
    private static readonly Argument<string> Url = new("URL") { Description = "The source's address, as feeds list --json shows it, or its id." };

    public static Command Build()
    {
        var command = new Command("remove", "Take a source off the watch list; what it brought stays.") { Url };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse);
        var asked = parse.GetValue(Url)!;
        var lists = workspace.Get<WatchListStore>();
        WatchedFeed? removed = null;
        await lists.ChangeAsync(list => (removed = Find(list, asked)) is { } feed ? list.Without(feed) : list, alone: false, stop);
        if (removed is null)
            throw new UsageException($"{asked} is not on {lists.Name}. See newswatch feeds list.");
        if (workspace.Json)
            FeedsTable.PrintJson(new(removed.Id, removed.Title, removed.Address, lists.Name), FeedsJson.Default.FeedRemovedRow);
        else
            Console.WriteLine($"Removed from {lists.Name}: {removed.Title}, {removed.Address}");
        return 0;
    }

    private static WatchedFeed? Find(WatchList list, string asked)
        => list.Feeds.FirstOrDefault(feed => feed.Id == asked)
            ?? list.Feeds.FirstOrDefault(feed => Uri.TryCreate(asked.Contains("://", StringComparison.Ordinal) ? asked : $"https://{asked}", UriKind.Absolute, out var address) && feed.Address == address);
}
