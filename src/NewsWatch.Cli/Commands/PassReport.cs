using System.Globalization;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;

namespace NewsWatch.Cli.Commands;

/// <summary>What a pass did and where every entry stands after it, as a list or as JSON.</summary>
internal static class PassReport
{
    public static async Task PrintAsync(PollSummary summary, Workspace workspace, CancellationToken cancellation)
    {
        var counts = await workspace.CountAsync(cancellation);
        if (workspace.Json)
            WriteJson(summary, counts);
        else
            WriteTable(summary, counts, workspace.Screen);
    }

    private static void WriteTable(PollSummary summary, ArticleCounts counts, Screen screen)
    {
        var list = new Listing(new("What"), new("Count") { IsNumber = true }, new("Remarks") { Gives = true });
        var elsewhere = summary.Elsewhere > 0 ? $", {summary.Elsewhere} left to others" : "";
        list.Add("feeds polled", Text(summary.Polled), $"{summary.Unchanged} unchanged, {summary.Failed} failed, {summary.NotDue} not due{elsewhere}");
        list.Add("new entries", Text(summary.Entries.New), EntryRemarks(summary));
        StatusCommand.AddCounts(list, counts);
        list.Print(screen);
        foreach (var poll in summary.Polls.Where(poll => poll.Result == PollResult.Failed))
            screen.Note($"newswatch: {poll.Feed.Title} failed: {poll.Reason}");
    }

    private static string EntryRemarks(PollSummary summary) => string.Join(
        ", ",
        new[]
        {
            (summary.Entries.AlsoElsewhere, "also in another feed"),
            (summary.Entries.Edited, "edited"),
            (summary.Entries.Unusable, "without a usable address"),
            (summary.Entries.BeyondBound, "beyond the bound"),
        }.Where(remark => remark.Item1 > 0).Select(remark => $"{Text(remark.Item1)} {remark.Item2}"));

    private static void WriteJson(PollSummary summary, ArticleCounts counts) => JsonOutput.Write(json =>
    {
        json.WriteStartObject("feeds");
        json.WriteNumber("polled", summary.Polled);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("failed", summary.Failed);
        json.WriteNumber("notDue", summary.NotDue);
        json.WriteNumber("postponed", summary.Postponed);
        json.WriteNumber("elsewhere", summary.Elsewhere);
        json.WriteEndObject();
        json.WriteNumber("new", summary.Entries.New);
        json.WriteNumber("edited", summary.Entries.Edited);
        json.WriteNumber("unusable", summary.Entries.Unusable);
        StatusCommand.WriteCounts(json, counts);
    });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
