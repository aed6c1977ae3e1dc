using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.Poison;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch replay</c>: gives poisoned messages back to their queues.</summary>
internal static class ReplayCommand
{
    private static readonly Option<bool> List = new("--list") { Description = "Only show what is in the poison queues." };

    private static readonly Argument<string[]> Names = new("QUEUE")
    {
        Description = "Queues to replay; default: all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Build()
    {
        var command = new Command("replay", "Give messages that were given up another try; they run at the next pass.") { Names, List };
        Names.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !Pipeline.Queues.Contains(token.Value)))
                result.AddError($"There is no queue {token.Value}; there are {string.Join(", ", Pipeline.Queues)}.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var poison = workspace.Get<PoisonDesk>();
        var listOnly = parse.GetValue(List);
        var messages = new List<PoisonMessage>();
        foreach (var queue in parse.GetValue(Names) is { Length: > 0 } chosen ? chosen : [.. Pipeline.Queues])
            messages.AddRange(listOnly
                ? await poison.ListAsync(queue, int.MaxValue, cancellation)
                : await poison.ReplayAsync(queue, null, cancellation));
        if (workspace.Json)
            JsonOutput.Write(json =>
            {
                json.WriteBoolean("replayed", !listOnly);
                json.WriteStartArray("messages");
                foreach (var message in messages)
                {
                    json.WriteStartObject();
                    json.WriteString("queue", message.Queue);
                    json.WriteString("id", message.Id);
                    json.WriteString("body", message.Body);
                    json.WriteString("cause", message.Cause);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
        else
            Print(messages, workspace.Screen);
        workspace.Screen.Note(messages.Count == 0
            ? "Nothing was given up."
            : listOnly
                ? $"{messages.Count} given up; newswatch replay tries again."
                : $"{messages.Count} given another try at the next pass.");
        return 0;
    }

    private static void Print(List<PoisonMessage> messages, Screen screen)
    {
        var list = new Listing(new("Queue"), new("Id"), new("Why") { Gives = true }, new("Message") { Gives = true });
        foreach (var message in messages)
            list.Add(message.Queue, message.Id, message.Cause ?? "", message.Body);
        list.Print(screen);
    }
}
