using System.CommandLine;
using System.Globalization;
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
            foreach (var record in records)
                Write(record);
        return 0;
    }

    private static void Write(NoticeRecord record)
    {
        Console.WriteLine($"{Time(record.Notice.At)}  {record.Notice.Id}  {record.Notice.Subject}");
        foreach (var delivery in record.Deliveries)
            Console.WriteLine(
                $"    {delivery.Channel}{(delivery.Recipient.Length > 0 ? $", {delivery.Recipient}" : "")}: {WireName.Of(delivery.State)} {Time(delivery.At)}"
                + $"{(delivery.Within is { } digest ? $", in {digest}" : "")}{(delivery.Detail.Length > 0 ? $": {delivery.Detail}" : "")}");
    }

    private static void WriteJson(IReadOnlyList<NoticeRecord> records) => JsonOutput.Write(json =>
    {
        json.WriteStartArray("developments");
        foreach (var record in records)
        {
            json.WriteStartObject();
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
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
