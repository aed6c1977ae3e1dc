using System.CommandLine;
using System.Globalization;
using NewsWatch.Cli.Output;
using NewsWatch.CompactStore;
using NewsWatch.Storage;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch compact</c>: packs and drops what old days left.</summary>
internal static class CompactCommand
{
    public static Command Build()
    {
        var command = new Command("compact", "Pack what old days left: pages as WARC files, the journal. newswatch run does so each day.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var screen = workspace.Screen;
        var done = await workspace.Get<StoreCompactor>().CompactAsync(cancellation);
        Print(done, screen);
        var removed = done.Sum(one => one.Removed);
        screen.Note(removed == 0
            ? workspace.Empty("No day is old enough that was not packed before.", "There is nothing to pack.")
            : $"{removed} blobs are gone, {done.Sum(one => one.Written)} hold what they held.");
        return 0;
    }

    private static void Print(IReadOnlyList<Compaction> done, Screen screen)
    {
        if (screen.Json)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartArray("compacted");
                foreach (var one in done)
                {
                    json.WriteStartObject();
                    json.WriteString("prefix", one.Prefix);
                    json.WriteNumber("removed", one.Removed);
                    json.WriteNumber("written", one.Written);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
            return;
        }
        var list = new Listing(new("Blobs"), new("Gone") { IsNumber = true }, new("In their place") { IsNumber = true });
        foreach (var one in done.Where(one => one.Removed > 0))
            list.Add(one.Prefix, Text(one.Removed), Text(one.Written));
        list.Print(screen);
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
