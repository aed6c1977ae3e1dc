using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch completion SHELL</c>: the script by which a shell completes verbs and options.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private static readonly Argument<string> Shell = new("SHELL") { Description = "bash, zsh, fish or pwsh." };

    public static Command Build()
    {
        Shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion", "Print the script that completes verbs and options in your shell.") { Shell };
        command.SetAction(parse => Print(parse.GetRequiredValue(Shell)));
        return command;
    }

    /// <summary>The scripts ask the program itself what fits, by the directive <c>[suggest:POSITION]</c> of System.CommandLine.</summary>
    private static int Print(string shell)
    {
        using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"newswatch.{shell}")!;
        using var reader = new StreamReader(script);
        Console.Out.Write(reader.ReadToEnd().ReplaceLineEndings("\n"));
        return 0;
    }
}
