using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsWatch.Cli.Usage;

/// <summary>The help of System.CommandLine, and examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Puts examples into the help of every command, and gives those that only group others their help to show.</summary>
    public static void Give(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        var help = new HelpWithExamples((HelpAction)option.Action!);
        option.Action = help;
        ShowWhereNothingRuns(root, help);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (Examples.Of(PathOf(command)) is { Count: > 0 } examples)
        {
            output.WriteLine("Examples:");
            var width = examples.Max(example => example.Line.Length);
            foreach (var (line, does) in examples)
                output.WriteLine($"  {line.PadRight(width)}  {does}");
            output.WriteLine();
        }
        if (command.Subcommands.Count > 0)
            output.WriteLine($"{PathOf(command)} VERB --help says more of a verb.");
        return code;
    }

    /// <summary>The words that call a command: <c>newswatch feeds add</c>.</summary>
    public static string PathOf(Command command)
        => command is RootCommand
            ? "newswatch"
            : command.Parents.OfType<Command>().First() is var parent ? $"{PathOf(parent)} {command.Name}" : command.Name;

    private static void ShowWhereNothingRuns(Command command, HelpWithExamples help)
    {
        if (command.Subcommands.Count > 0 && (command.Action is null || command is RootCommand))
            command.Action = help;
        foreach (var one in command.Subcommands)
            ShowWhereNothingRuns(one, help);
    }
}
