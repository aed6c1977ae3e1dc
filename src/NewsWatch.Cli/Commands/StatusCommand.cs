using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Poison;
using NewsWatch.Storage;

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

    /// <summary>Adds a row for what was found and one for each state.</summary>
    public static void AddCounts(Listing list, ArticleCounts counts)
    {
        list.Add("entries found", Text(counts.Found), "");
        foreach (var (state, count) in counts.ByState)
            list.Add(ArticleStateWord.Of(state), Text(count), Meaning(state));
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var counts = await workspace.CountAsync(cancellation);
        var queues = new List<(string Queue, int Count)>();
        foreach (var (queue, givenUp) in await workspace.Get<PoisonDesk>().CountAsync(cancellation))
        {
            queues.Add((queue, await workspace.Get<IQueues>().CountAsync(queue, cancellation)));
            queues.Add((Pipeline.Poison(queue), givenUp));
        }
        if (workspace.Json)
            WriteJson(counts, queues);
        else
            WriteTable(counts, queues, workspace.Screen);
        if (workspace.Get<DamagedRecords>().All is { Count: > 0 } damaged)
            workspace.Screen.Note($"{damaged.Count} {(damaged.Count == 1 ? "line of the journal is" : "lines of the journal are")} damaged, the first {damaged[0].Name}; newswatch verify names all that is.");
        if (counts.Found == 0)
            workspace.Screen.Note(workspace.Empty("Nothing was found yet.", "newswatch run, or newswatch poll, looks."));
        return 0;
    }

    private static void WriteTable(ArticleCounts counts, List<(string Queue, int Count)> queues, Screen screen)
    {
        var list = new Listing(new("What"), new("Count") { IsNumber = true }, new("Meaning") { Gives = true });
        AddCounts(list, counts);
        foreach (var (queue, count) in queues.Where(one => one.Count > 0 || Pipeline.Queues.Contains(one.Queue)))
            list.Add(
                $"queue {queue}",
                Text(count),
                Pipeline.Queues.Contains(queue) ? "messages that wait" : "given up; newswatch replay tries again");
        list.Print(screen);
    }

    private static string Meaning(ArticleState state) => state switch
    {
        ArticleState.Pending => "under way",
        ArticleState.Flagged => "reports an agreement",
        ArticleState.Mentions => "names one as background",
        ArticleState.NotFlagged => "tells of no agreement",
        ArticleState.Duplicate => "the same as another",
        ArticleState.Blocked => "robots, paywall or forbidden address",
        ArticleState.Gone => "the page is not there any more",
        _ => "given up; newswatch replay tries again",
    };

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void WriteJson(ArticleCounts counts, List<(string Queue, int Count)> queues) => JsonOutput.Write(json =>
    {
        WriteCounts(json, counts);
        json.WriteStartObject("queues");
        foreach (var (queue, count) in queues)
            json.WriteNumber(queue, count);
        json.WriteEndObject();
    });
}
