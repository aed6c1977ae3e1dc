using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch agreements</c>.</summary>
internal static class AgreementsCommand
{
    public static Command Build() => new("agreements", "The ledger of agreements.");
}
