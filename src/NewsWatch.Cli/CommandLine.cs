using System.CommandLine;
using NewsWatch.Cli.Commands;

namespace NewsWatch.Cli;

/// <summary>The verbs of <c>newswatch</c>; each is a file in <c>Commands</c>.</summary>
public static class CommandLine
{
    /// <summary>The whole command tree.</summary>
    public static RootCommand Build() => new("Watches the news for agreements between states.")
    {
        ExtractCommand.Build(),
        ClassifyCommand.Build(),
        FeedsCommand.Build(),
        AgreementsCommand.Build(),
    };
}
