using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds</c>.</summary>
internal static class FeedsCommand
{
    public static Command Build() => new("feeds", "The watch list and its feeds.")
    {
        FeedsOption.List,
        FeedsParseCommand.Build(),
        FeedsListCommand.Build(),
        FeedsAddCommand.Build(),
        FeedsRemoveCommand.Build(),
        FeedsCheckCommand.Build(),
        FeedsDiscoverCommand.Build(),
        FeedsImportCommand.Build(),
        FeedsExportCommand.Build(),
    };
}
