using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch feeds</c>.</summary>
internal static class FeedsCommand
{
    public static Command Build() => new("feeds", "The watch list and its feeds.")
    {
        FeedsOption.List,
        FeedsListCommand.Build(),
        FeedsAddCommand.Build(),
        FeedsRemoveCommand.Build(),
        FeedsPauseCommand.Build("pause", "Stop polling a source; it stays on the watch list.", enabled: false),
        FeedsPauseCommand.Build("resume", "Poll a source again that was paused.", enabled: true),
        FeedsCheckCommand.Build(),
        FeedsDiscoverCommand.Build(),
        FeedsImportCommand.Build(),
        FeedsExportCommand.Build(),
        FeedsParseCommand.Build(),
    };
}
