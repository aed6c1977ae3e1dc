using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds add</c>: puts the feed behind an address on the watch list.</summary>
internal static class FeedsAddCommand
{
    private static readonly Argument<string> Url = new("URL") { Description = "A feed, or a page of a site that has one." };
    private static readonly Option<string?> Title = new("--title")
    {
        Description = "What to call it. Default: its own title.",
        HelpName = "TEXT",
    };
    private static readonly Option<string[]> Tag = new("--tag")
    {
        Description = "Folder or tag, such as Government/Defence; may be given again.",
        HelpName = "TAG",
    };
    private static readonly Option<string?> Language = new("--language")
    {
        Description = "Its language, such as en. Default: as it says.",
        HelpName = "LANG",
    };
    private static readonly Option<SourceKind?> Kind = new("--kind")
    {
        Description = "Take the address itself: as a feed, a page that lists links, or a sitemap.",
        HelpName = "KIND",
    };
    private static readonly Option<string?> Select = new("--select")
    {
        Description = "CSS selector of the links of a page.",
        HelpName = "CSS",
    };

    private static readonly Option<string?> Links = new("--links")
    {
        Description = "What the links of a page look like, * for anything, such as /news/*.",
        HelpName = "PATTERN",
    };

    public static Command Build()
    {
        var command = new Command("add", "Find what can be watched at an address, a feed, a sitemap or a list of links, and watch it.")
        {
            Url, Title, Tag, Language, Kind, Select, Links, FeedsOption.WithShipped,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse, creates: true);
        var address = FeedsOption.Address(parse.GetValue(Url)!);
        var found = await FindAsync(workspace, parse, address, stop);
        var feed = found[0] with { Tags = parse.GetValue(Tag) ?? [] };
        if (parse.GetValue(Title) is { Length: > 0 } title)
            feed = feed with { Title = title };
        if (parse.GetValue(Language) is { Length: > 0 } language)
            feed = feed with { Language = language };
        var lists = workspace.Get<WatchListStore>();
        var isNew = false;
        var isAlone = await FeedsOption.BeginsAloneAsync(parse, lists, stop);
        await lists.ChangeAsync(
            list => FeedsOption.Completed(
                parse, list.With([feed]) is var longer && (isNew = longer.Feeds.Count > list.Feeds.Count) ? longer : list),
            alone: true,
            stop);
        if (workspace.Json)
            JsonOutput.Write(
                new FeedAddedRow(feed.Title, ShownAddress.Of(feed.Address), feed.Kind.ToString().ToLowerInvariant(), isNew, lists.Name),
                FeedsJson.Default.FeedAddedRow);
        else
            Tell(feed, isNew, lists.Name, found.Skip(1), isAlone);
        return 0;
    }

    private static async Task<IReadOnlyList<WatchedFeed>> FindAsync(
        Workspace workspace, ParseResult parse, Uri address, CancellationToken stop)
    {
        var selector = parse.GetValue(Select);
        var links = parse.GetValue(Links);
        if (parse.GetValue(Kind) is not { } kind && selector is null && links is null)
        {
            var result = await workspace.Get<FeedDiscovery>().FindAsync(address, stop);
            return result.Problem is { } problem
                ? throw new FailureException(
                    $"Nothing to watch behind {ShownAddress.Of(address)}: {problem}. Give the address of a feed, or --kind page with --select.")
                : [.. result.Sources.Select(source => source.Feed)];
        }
        var feed = new WatchedFeed(address.Host, address)
        {
            Kind = parse.GetValue(Kind) ?? SourceKind.Page,
            Select = selector,
            Links = links,
        };
        var check = await workspace.Get<FeedChecker>().CheckAsync(feed, stop);
        return check.Document is { } document
            ? [feed with { Title = document.Title.Length > 0 ? document.Title : feed.Title, Language = document.Language }]
            : throw new FailureException($"{ShownAddress.Of(address)} cannot be read as a {feed.Kind.ToString().ToLowerInvariant()}: {check.State.Reason}.");
    }

    private static void Tell(WatchedFeed feed, bool isNew, string list, IEnumerable<WatchedFeed> others, bool isAlone)
    {
        var kind = feed.Kind == SourceKind.Feed ? "" : $" ({feed.Kind.ToString().ToLowerInvariant()})";
        var address = ShownAddress.Of(feed.Address);
        Screen.Out.WriteLine(
            Outside.Line(isNew ? $"Added to {list}: {feed.Title}, {address}{kind}" : $"Already on {list}: {address}"));
        foreach (var other in others)
            Screen.Out.WriteLine(Outside.Line($"Also there: {other.Title}, {ShownAddress.Of(other.Address)}"));
        if (isAlone)
            Screen.Out.WriteLine(FeedsOption.AloneNow);
    }
}
