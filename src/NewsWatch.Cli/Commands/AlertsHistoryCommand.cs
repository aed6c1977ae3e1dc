using System.CommandLine;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts history</c>: what was told to whom, and what waits.</summary>
internal static class AlertsHistoryCommand
{
    private static readonly Option<int> Days = new("--days")
    {
        Description = "How many days back.",
        HelpName = "N",
        DefaultValueFactory = _ => 30,
    };

    public static Command Build()
    {
        var command = new Command("history", "What was told to whom and when, and what waits.") { Days };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var since = workspace.Get<TimeProvider>().GetUtcNow().AddDays(-parse.GetValue(Days));
        var records = await workspace.Get<AlertHistory>().ReadAsync(since, cancellation);
        if (workspace.Json)
            WriteJson(records);
        else
            Print(records, workspace.Screen);
        if (records.Count == 0)
            workspace.Screen.Note(workspace.Empty("Nothing was told.", "newswatch alerts list shows who would be."));
        return 0;
    }

    /// <summary>Prints a row a delivery.</summary>
    public static void Print(IReadOnlyList<NoticeRecord> records, Screen screen)
    {
        var list = new Listing(
            new("At (UTC)"), new("Development"), new("Channel"), new("State"), new("Recipient") { Gives = true },
            new("Subject") { Gives = true }, new("Detail") { Gives = true });
        foreach (var record in records)
        {
            if (record.Deliveries.Count == 0)
                list.Add(Times.Minute(record.Notice.At), record.Notice.Id, "-", "nobody", "", record.Notice.Subject, "");
            foreach (var delivery in record.Deliveries)
                list.Add(
                    Times.Minute(delivery.At),
                    record.Notice.Id,
                    delivery.Channel,
                    WireName.Of(delivery.State),
                    delivery.Recipient,
                    record.Notice.Subject,
                    $"{delivery.Detail}{(delivery.Within is { } digest ? $" in {digest}" : "")}".Trim());
        }
        list.Print(screen);
    }

    private static void WriteJson(IReadOnlyList<NoticeRecord> records) => JsonOutput.Write(json =>
    {
        json.WriteStartArray("developments");
        foreach (var record in records)
        {
            json.WriteStartObject();
            Write(json, record);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>Writes a record into the object the writer stands in.</summary>
    public static void Write(Utf8JsonWriter json, NoticeRecord record)
    {
        json.WriteString("development", record.Notice.Id);
        json.WriteString("at", record.Notice.At);
        json.WriteString("subject", record.Notice.Subject);
        json.WriteStartArray("deliveries");
        foreach (var delivery in record.Deliveries)
        {
            json.WriteStartObject();
            json.WriteString("channel", delivery.Channel);
            json.WriteString("recipient", delivery.Recipient);
            json.WriteString("state", WireName.Of(delivery.State));
            json.WriteString("at", delivery.At);
            json.WriteNumber("attempts", delivery.Attempts);
            json.WriteString("digest", delivery.Within);
            json.WriteString("detail", delivery.Detail);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
