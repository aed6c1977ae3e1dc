using System.CommandLine;
using NewsWatch.Storage;

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
        var queues = workspace.Get<IQueues>();
        var listOnly = parse.GetValue(List);
        var names = parse.GetValue(Names) is { Length: > 0 } chosen ? chosen : [.. Pipeline.Queues];
        var count = 0;
        foreach (var queue in names)
            count += await ReplayAsync(queues, queue, listOnly, cancellation);
        Console.WriteLine(listOnly ? $"{count} given up" : $"{count} given another try");
        return 0;
    }

    /// <summary>Sends first and completes after: a crash between the two delivers twice, and stages take that.</summary>
    private static async Task<int> ReplayAsync(IQueues queues, string queue, bool listOnly, CancellationToken cancellation)
    {
        var poisoned = await TakeAllAsync(queues, Pipeline.Poison(queue), cancellation);
        foreach (var message in poisoned)
        {
            Console.WriteLine($"{queue}\t{message.Body}");
            if (listOnly)
            {
                await queues.ReleaseAsync(message, TimeSpan.Zero, cancellation);
                continue;
            }
            await queues.SendAsync(queue, message.Body, TimeSpan.Zero, cancellation);
            await queues.CompleteAsync(message, cancellation);
        }
        return poisoned.Count;
    }

    private static async Task<List<QueuedMessage>> TakeAllAsync(IQueues queues, string queue, CancellationToken cancellation)
    {
        var all = new List<QueuedMessage>();
        while (await queues.ReceiveAsync(queue, 32, TimeSpan.FromMinutes(2), cancellation) is { Count: > 0 } taken)
            all.AddRange(taken);
        return all;
    }
}
