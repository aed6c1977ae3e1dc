using System.CommandLine;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts</c>: who is told what, and what was told.</summary>
internal static class AlertsCommand
{
    public static Command Build() => new("alerts", "Channels and their subscriptions, and what they were told.")
    {
        AlertsListCommand.Build(),
        AlertsTestCommand.Build(),
        AlertsPreviewCommand.Build(),
        AlertsHistoryCommand.Build(),
        AlertsShowCommand.Build(),
        AlertsRetryCommand.Build(),
    };
}
