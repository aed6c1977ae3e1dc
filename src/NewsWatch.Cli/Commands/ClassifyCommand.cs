using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch classify</c>.</summary>
internal static class ClassifyCommand
{
    public static Command Build() => new("classify", "What agreements a text reports, and why.");
}
