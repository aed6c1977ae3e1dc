using NewsWatch.PollFeeds;
using Spectre.Console;

namespace NewsWatch.Cli.Commands;

/// <summary>What a pass did and where every entry stands after it, as a table or as JSON.</summary>
internal static class PassReport
{
    public static async Task PrintAsync(PollSummary summary, Workspace workspace, CancellationToken cancellation)
    {
        var counts = await ArticleCounts.ReadAsync(workspace.Get<Journal>(), null, cancellation);
        if (workspace.Json)
            WriteJson(summary, counts);
        else
            WriteTable(summary, counts);
    }

    private static void WriteTable(PollSummary summary, ArticleCounts counts)
    {
        var table = new Table { Border = TableBorder.Simple, ShowHeaders = false };
        table.AddColumn("what");
        table.AddColumn(new TableColumn("count") { Alignment = Justify.Right });
        table.AddColumn("");
        table.AddRow("Feeds polled", Text(summary.Polled), $"{summary.Unchanged} unchanged, {summary.Failed} failed, {summary.NotDue} not due");
        table.AddRow("Entries new in this pass", Text(summary.Entries.New), EntryRemarks(summary));
        table.AddEmptyRow();
        table.AddRow("Entries found in all", Text(counts.Found), "");
        foreach (var (state, count) in counts.ByState.Where(pair => pair.Key != ArticleState.Pending || pair.Value > 0))
            table.AddRow($"  {ArticleStateWord.Of(state)}", Text(count), "");
        AnsiConsole.Write(table);
        foreach (var poll in summary.Polls.Where(poll => poll.Result == PollResult.Failed))
            AnsiConsole.WriteLine($"Failed: {poll.Feed.Title}: {poll.Reason}");
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
        json.WriteEndObject();
        json.WriteNumber("new", summary.Entries.New);
        json.WriteNumber("edited", summary.Entries.Edited);
        json.WriteNumber("unusable", summary.Entries.Unusable);
        StatusCommand.WriteCounts(json, counts);
    });

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
