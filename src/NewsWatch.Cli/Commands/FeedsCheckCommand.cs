using System.CommandLine;
using System.Globalization;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.Discovery;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.Cli.Commands;

/// <summary>
/// <c>newswatch feeds check</c>: polls once without storing, and says what it saw. Exit code 1 where a source is in trouble.
/// </summary>
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
        await Meter.ShowAsync(workspace.Screen, "Checking", async meter =>
        {
            meter.Expect(feeds.Count);
            await Parallel.ForAsync(
                0,
                feeds.Count,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
                async (index, cancellation) =>
                {
                    checks[index] = await checker.CheckAsync(feeds[index], cancellation);
                    meter.Step();
                });
            return true;
        });
        if (workspace.Json)
            JsonOutput.Write<IReadOnlyList<FeedCheckRow>>([.. checks.Select(Row)], FeedsJson.Default.IReadOnlyListFeedCheckRow);
        else
            Print(checks.Select(Row), workspace.Screen);
        if (checks.Length == 0)
            workspace.Screen.Note("The watch list has no source that is polled. newswatch feeds add URL watches one.");
        return checks.Any(check => FeedHealthChanged.IsTrouble(check.State.Health)) ? CommandLine.Failed : 0;
    }

    private static FeedCheckRow Row(FeedCheck check)
    {
        var entries = check.Document?.Entries ?? [];
        return new(
            check.Feed.Title,
            ShownAddress.Of(check.Feed.Address),
            check.State.Health,
            check.State.Reason,
            entries.Count,
            entries.Count(entry => entry.TrustedDate is not null),
            entries.Count(entry => string.IsNullOrWhiteSpace(entry.Link)))
        {
            Format = check.Document is null
                ? null
                : check.Feed.Kind == SourceKind.Feed ? check.Document.Format.ToString() : check.Feed.Kind.ToString(),
            Repairs = check.Document is { Repairs: not 0 and var repairs } ? repairs.ToString() : null,
            Newest = check.State.NewestEntry,
            MovedTo = check.State.MovedTo,
            NextCheck = check.State.NextCheck,
            NextCheckBecause = check.State.NextCheckBecause,
            Hubs = check.State.Hubs,
            Milliseconds = Math.Round(check.Took.TotalMilliseconds, 1),
        };
    }

    private static void Print(IEnumerable<FeedCheckRow> rows, Screen screen)
    {
        var list = new Listing(
            new("Health"), new("Format"), new("Entries") { IsNumber = true }, new("Dated") { IsNumber = true },
            new("No link") { IsNumber = true }, new("Newest entry"), new("Next check"), new("Took") { IsNumber = true },
            new("Feed") { Gives = true }, new("Address") { Gives = true }, new("Remarks") { Gives = true });
        foreach (var row in rows)
            list.Add(
                FeedsOption.Health(row.Health),
                row.Format,
                Number(row.Entries),
                Number(row.Dated),
                Number(row.WithoutLink),
                Times.Minute(row.Newest),
                Times.Minute(row.NextCheck),
                string.Create(CultureInfo.InvariantCulture, $"{row.Milliseconds:0} ms"),
                row.Title,
                row.Address.AbsoluteUri,
                string.Join("; ", Remarks(row)));
        list.Print(screen);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Remarks(FeedCheckRow row)
    {
        if (row.Reason is { } reason)
            yield return reason;
        if (row.MovedTo is { } moved)
            yield return $"moved to {moved}";
        if (row.Repairs is { } repairs)
            yield return $"mended: {repairs}";
        if (row.NextCheckBecause is { } because)
            yield return $"next check: {because}";
        if (row.Hubs.Count > 0)
            yield return "has a WebSub hub";
    }
}
