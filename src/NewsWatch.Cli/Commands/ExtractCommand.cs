using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch extract</c>.</summary>
internal static class ExtractCommand
{
    public static Command Build() => new("extract", "Article text and metadata of pages.");
}
