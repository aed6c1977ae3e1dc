using System.CommandLine;
using NewsWatch.PollFeeds.Discovery;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds discover</c>: what could be watched behind an address.</summary>
internal static class FeedsDiscoverCommand
{
    private static readonly Argument<string> Url = new("URL") { Description = "A feed, a page of a site, or its front page." };

    public static Command Build()
    {
        var command = new Command("discover", "Find the feeds, sitemaps or lists of links behind a page.") { Url };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse);
        var address = FeedsOption.Address(parse.GetValue(Url)!);
        var result = await workspace.Get<FeedDiscovery>().FindAsync(address, stop);
        if (workspace.Json)
            FeedsTable.PrintJson([.. result.Sources.Select(Row)], FeedsJson.Default.IReadOnlyListFoundSourceRow);
        else if (result.Sources.Count > 0)
            FeedsTable.Print(["Address", "Kind", "Title", "Found", "Entries", "Newest entry"], result.Sources.Select(Cells));
        if (result.Problem is { } problem)
            await Console.Error.WriteLineAsync($"newswatch: nothing to watch behind {address}: {problem}");
        return result.Sources.Count > 0 ? 0 : 1;
    }

    private static string[] Cells(DiscoveredSource source) =>
    [
        source.Feed.Address.AbsoluteUri,
        source.Feed.Kind.ToString().ToLowerInvariant(),
        source.Feed.Title,
        source.How,
        FeedsTable.Number(source.Entries),
        FeedsTable.Time(source.Newest),
    ];

    private static FoundSourceRow Row(DiscoveredSource source) => new(
        source.Feed.Title, source.Feed.Address, source.Feed.Kind.ToString().ToLowerInvariant(), source.How, source.Entries, source.Newest, source.Feed.Language);
}
