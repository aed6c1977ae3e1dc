using System.CommandLine;
using System.Globalization;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds check</c>: polls once without storing, and says what it saw. Exit code 1 where a source is in trouble.</summary>
internal static class FeedsCheckCommand
{
    private const int AtOnce = 8;
    private static readonly Argument<string[]> Urls = new("URL")
    {
        Description = "Sources to check, on the watch list or not. Default: all that are enabled on it.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Build()
    {
        var command = new Command("check", "Poll once without storing, and say what was seen.") { Urls };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse);
        var list = await workspace.Get<WatchListStore>().LoadAsync(stop);
        var urls = (parse.GetValue(Urls) ?? []).Select(FeedsOption.Address).ToList();
        var feeds = urls.Count == 0
            ? list.Feeds.Where(feed => feed.Enabled).ToList()
            : [.. urls.Select(url => list.Feeds.FirstOrDefault(feed => feed.Address == url) ?? new(url.Host, url))];
        var checks = new FeedCheck[feeds.Count];
        var checker = workspace.Get<FeedChecker>();
        await Parallel.ForAsync(
            0,
            feeds.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (index, cancellation) => checks[index] = await checker.CheckAsync(feeds[index], cancellation));
        if (workspace.Json)
            FeedsTable.PrintJson([.. checks.Select(Row)], FeedsJson.Default.IReadOnlyListFeedCheckRow);
        else
            FeedsTable.Print(["Feed", "Health", "Format", "Entries", "Dated", "No link", "Newest entry", "Next check", "Took", "Remarks"], checks.Select(Row).Select(Cells));
        return checks.Any(check => FeedHealthChanged.IsTrouble(check.State.Health)) ? 1 : 0;
    }

    private static FeedCheckRow Row(FeedCheck check)
    {
        var entries = check.Document?.Entries ?? [];
        return new(
            check.Feed.Title,
            check.Feed.Address,
            check.State.Health,
            check.State.Reason,
            entries.Count,
            entries.Count(entry => entry.TrustedDate is not null),
            entries.Count(entry => string.IsNullOrWhiteSpace(entry.Link)))
        {
            Format = check.Document is null ? null : check.Feed.Kind == SourceKind.Feed ? check.Document.Format.ToString() : check.Feed.Kind.ToString(),
            Repairs = check.Document is { Repairs: not 0 and var repairs } ? repairs.ToString() : null,
            Newest = check.State.NewestEntry,
            MovedTo = check.State.MovedTo,
            NextCheck = check.State.NextCheck,
            NextCheckBecause = check.State.NextCheckBecause,
            Hubs = check.State.Hubs,
            Milliseconds = Math.Round(check.Took.TotalMilliseconds, 1),
        };
    }

    private static string[] Cells(FeedCheckRow row) =>
    [
        row.Title,
        FeedsTable.Health(row.Health),
        row.Format ?? "",
        FeedsTable.Number(row.Entries),
        FeedsTable.Number(row.Dated),
        FeedsTable.Number(row.WithoutLink),
        FeedsTable.Time(row.Newest),
        row.NextCheck is null ? "" : $"{FeedsTable.Time(row.NextCheck)} ({row.NextCheckBecause})",
        string.Create(CultureInfo.InvariantCulture, $"{row.Milliseconds:0} ms"),
        string.Join("; ", Remarks(row)),
    ];

    private static IEnumerable<string> Remarks(FeedCheckRow row)
    {
        if (row.Reason is { } reason)
            yield return reason;
        if (row.MovedTo is { } moved)
            yield return $"moved to {moved}";
        if (row.Repairs is { } repairs)
            yield return $"mended: {repairs}";
        if (row.Hubs.Count > 0)
            yield return "has a WebSub hub";
    }
}
