using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.Text;

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
            JsonOutput.Write<IReadOnlyList<FoundSourceRow>>([.. result.Sources.Select(Row)], FeedsJson.Default.IReadOnlyListFoundSourceRow);
        else
            Print(result.Sources, workspace.Screen);
        return result.Problem is { } problem
            ? throw new FailureException(
                $"Nothing to watch behind {ShownAddress.Of(address)}: {problem}. Give the address of a feed or of a list of articles.")
            : result.Sources.Count > 0 ? 0 : CommandLine.Failed;
    }

    private static void Print(IReadOnlyList<DiscoveredSource> sources, Screen screen)
    {
        var list = new Listing(
            new("Address"), new("Kind"), new("Found"), new("Entries") { IsNumber = true }, new("Newest entry"),
            new("Title") { Gives = true });
        foreach (var source in sources)
            list.Add(
                ShownAddress.Of(source.Feed.Address).AbsoluteUri,
                source.Feed.Kind.ToString().ToLowerInvariant(),
                source.How,
                source.Entries.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Times.Minute(source.Newest),
                source.Feed.Title);
        list.Print(screen);
    }

    private static FoundSourceRow Row(DiscoveredSource source) => new(
        source.Feed.Title,
        ShownAddress.Of(source.Feed.Address),
        source.Feed.Kind.ToString().ToLowerInvariant(),
        source.How,
        source.Entries,
        source.Newest,
        source.Feed.Language);
}
