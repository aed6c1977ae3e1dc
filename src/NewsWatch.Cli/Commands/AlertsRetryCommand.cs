using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts retry DEVELOPMENT</c>: tries again whoever refused it or was given up.</summary>
internal static class AlertsRetryCommand
{
    public static Command Build()
    {
        var command = new Command(
            "retry", "Send a development again to those who refused it or could not be reached; nobody is told twice.")
        {
            AlertsShowCommand.Development,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var id = AlertsShowCommand.IdOf(parse);
        if (await workspace.Get<AlertRetry>().RetryAsync(id, cancellation) is not { } tried)
            throw AlertsShowCommand.Untold(id);
        if (workspace.Json)
            JsonOutput.Write(json =>
            {
                json.WriteString("development", id);
                json.WriteStartArray("retried");
                foreach (var delivery in tried)
                {
                    json.WriteStartObject();
                    json.WriteString("channel", delivery.Channel);
                    json.WriteString("recipient", delivery.Recipient);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
        else
        {
            var list = new Listing(new("Channel"), new("Recipient"));
            foreach (var delivery in tried)
                list.Add(delivery.Channel, delivery.Recipient);
            list.Print(workspace.Screen);
        }
        workspace.Screen.Note(tried.Count == 0
            ? $"Nobody refused {id} or was given up."
            : $"{tried.Count} tried again when the queues are worked: newswatch poll, or run.");
        return 0;
    }
}
