using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsWatch.Storage;
using Spectre.Console;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch status</c>: where every entry stands, and what is in the queues.</summary>
internal static class StatusCommand
{
    public static Command Build()
    {
        var command = new Command("status", "Where every entry found has ended, and what waits in the queues.");
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Writes <c>found</c> and <c>states</c> into the object the writer stands in.</summary>
    public static void WriteCounts(Utf8JsonWriter writer, ArticleCounts counts)
    {
        writer.WriteNumber("found", counts.Found);
        writer.WriteStartObject("states");
        foreach (var (state, count) in counts.ByState)
            writer.WriteNumber(WireName.Of(state), count);
        writer.WriteEndObject();
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var counts = await ArticleCounts.ReadAsync(workspace.Get<Journal>(), null, cancellation);
        var queues = new List<(string Queue, int Count)>();
        foreach (var queue in Pipeline.Queues.SelectMany(queue => new[] { queue, Pipeline.Poison(queue) }))
            queues.Add((queue, await workspace.Get<IQueues>().CountAsync(queue, cancellation)));
        if (workspace.Json)
            WriteJson(counts, queues);
        else
            WriteTable(counts, queues);
        return 0;
    }

    private static void WriteTable(ArticleCounts counts, List<(string Queue, int Count)> queues)
    {
        var table = new Table { Border = TableBorder.Simple, ShowHeaders = false };
        table.AddColumn("what");
        table.AddColumn(new TableColumn("count") { Alignment = Justify.Right });
        table.AddRow("Entries found", counts.Found.ToString(CultureInfo.InvariantCulture));
        foreach (var (state, count) in counts.ByState)
            table.AddRow($"  {ArticleStateWord.Of(state)}", count.ToString(CultureInfo.InvariantCulture));
        table.AddEmptyRow();
        foreach (var (queue, count) in queues.Where(q => q.Count > 0 || Pipeline.Queues.Contains(q.Queue)))
            table.AddRow($"Queue {queue}", count.ToString(CultureInfo.InvariantCulture));
        AnsiConsole.Write(table);
    }

    private static void WriteJson(ArticleCounts counts, List<(string Queue, int Count)> queues) => JsonOutput.Write(json =>
    {
        WriteCounts(json, counts);
        json.WriteStartObject("queues");
        foreach (var (queue, count) in queues)
            json.WriteNumber(queue, count);
        json.WriteEndObject();
    });
}
