using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds list</c>: the watch list, and how each source is.</summary>
internal static class FeedsListCommand
{
    private static readonly Option<string?> Tag = new("--tag")
    {
        Description = "Only sources in this folder or with this tag.",
        HelpName = "TAG",
    };
    private static readonly Option<bool> Trouble = new("--trouble")
    {
        Description = "Only sources that fail, moved, are gone, stuck, empty, undated or have gone quiet.",
    };

    public static Command Build()
    {
        var command = new Command("list", "The watch list, and how each source is.") { Tag, Trouble };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse);
        var shown = new List<FeedOverview>();
        await foreach (var feed in workspace.Get<FeedStates>().ListAsync(stop))
            if (IsAsked(feed, parse.GetValue(Tag), parse.GetValue(Trouble)))
                shown.Add(feed);
        foreach (var leftOut in (await workspace.Get<WatchListStore>().LoadAsync(stop)).LeftOut)
            await Console.Error.WriteLineAsync($"newswatch: left out: {leftOut}");
        if (workspace.Json)
            JsonOutput.Write<IReadOnlyList<FeedListRow>>([.. shown.Select(Row)], FeedsJson.Default.IReadOnlyListFeedListRow);
        else
            Print(shown, workspace.Screen);
        if (shown.Count == 0)
            workspace.Screen.Note(
                parse.GetValue(Trouble) ? "No source is in trouble." : "No such source. newswatch feeds add URL watches one.");
        return 0;
    }

    private static bool IsAsked(FeedOverview feed, string? tag, bool trouble)
        => (
            tag is null || feed.Feed.Tags.Any(
                one
                    => one.Equals(
                        tag, StringComparison.OrdinalIgnoreCase) || one.StartsWith($"{tag}/", StringComparison.OrdinalIgnoreCase)))
        && (!trouble || feed.State.Health is not (FeedHealth.Unpolled or FeedHealth.Ok or FeedHealth.Unchanged));

    private static void Print(List<FeedOverview> shown, Screen screen)
    {
        var list = new Listing(
            new("Id"), new("Health"), new("Since (UTC)"), new("Newest entry"), new("Next check"), new("Feed") { Gives = true },
            new("Address") { Gives = true }, new("Remarks") { Gives = true });
        foreach (var (feed, state) in shown)
            list.Add(
                feed.Id,
                feed.Enabled ? FeedsOption.Health(state.Health) : "paused",
                Times.Minute(state.HealthSince),
                Times.Minute(state.NewestEntry),
                Times.Minute(state.NextCheck),
                feed.Title,
                ShownAddress.Of(feed.Address).AbsoluteUri,
                string.Join("; ", Remarks(new(feed, state))));
        list.Print(screen);
    }

    private static IEnumerable<string> Remarks(FeedOverview feed)
    {
        if (feed.State.Reason is { } reason)
            yield return feed.State.Failures > 1 ? $"{reason} ({feed.State.Failures} times)" : reason;
        if (feed.State.MovedTo is { } moved)
            yield return $"moved to {ShownAddress.Of(moved)}";
        if (feed.State.Hubs.Count > 0)
            yield return "has a WebSub hub";
        if (feed.Feed.Note is { } note)
            yield return note;
    }

    private static FeedListRow Row(FeedOverview feed) => new(
        feed.Feed.Id,
        feed.Feed.Title,
        ShownAddress.Of(feed.Feed.Address),
        feed.Feed.Kind.ToString().ToLowerInvariant(),
        feed.Feed.Tags,
        feed.Feed.Enabled,
        feed.State.Health)
    {
        Language = feed.Feed.Language,
        Note = feed.Feed.Note,
        Since = feed.State.HealthSince,
        Reason = feed.State.Reason,
        Failures = feed.State.Failures,
        MovedTo = feed.State.MovedTo is { } moved ? ShownAddress.Of(moved) : null,
        CheckedAt = feed.State.CheckedAt,
        NewestEntry = feed.State.NewestEntry,
        NextCheck = feed.State.NextCheck,
        NextCheckBecause = feed.State.NextCheckBecause,
        Hubs = feed.State.Hubs,
    };
}
