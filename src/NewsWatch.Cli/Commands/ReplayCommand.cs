using System.CommandLine;
using NewsWatch.NotifyOperator;

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
        var count = 0;
        foreach (var queue in parse.GetValue(Names) is { Length: > 0 } chosen ? chosen : [.. Pipeline.Queues])
        {
            var messages = listOnly
                ? await poison.ListAsync(queue, int.MaxValue, cancellation)
                : await poison.ReplayAsync(queue, null, cancellation);
            foreach (var message in messages)
                Console.WriteLine($"{queue}\t{message.Body}");
            count += messages.Count;
        }
        Console.WriteLine(listOnly ? $"{count} given up" : $"{count} given another try");
        return 0;
    }
}
