using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds pause</c> and <c>resume</c>: a source stays on the watch list and is polled no more, or again.</summary>
internal static class FeedsPauseCommand
{
    private static readonly Argument<string> Feed = new("URL") { Description = "The source's address or id, as feeds list shows them." };

    public static Command Build(string name, string description, bool enabled)
    {
        var command = new Command(name, description) { Feed };
        command.SetAction((parse, stop) => RunAsync(parse, enabled, stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, bool enabled, CancellationToken stop)
    {
        await using var workspace = FeedsOption.Open(parse, creates: true);
        var lists = workspace.Get<WatchListStore>();
        var asked = parse.GetRequiredValue(Feed);
        if (FeedsOption.Find(await lists.LoadAsync(stop), asked) is not { } feed)
            throw FeedsOption.Unlisted(asked, lists);
        await lists.ChangeAsync(list => list.Change(feed.Id, one => one with { Enabled = enabled }), alone: false, stop);
        if (workspace.Json)
            JsonOutput.Write(new FeedPausedRow(feed.Id, feed.Title, ShownAddress.Of(feed.Address), enabled, lists.Name), FeedsJson.Default.FeedPausedRow);
        else
            Screen.Out.WriteLine(Outside.Line(enabled
                ? $"Resumed: {feed.Title}, {ShownAddress.Of(feed.Address)}; it is polled with the next pass."
                : $"Paused: {feed.Title}, {ShownAddress.Of(feed.Address)}; newswatch feeds resume {feed.Id} polls it again."));
        return 0;
    }
}
