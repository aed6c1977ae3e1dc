using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts test CHANNEL</c>: sends a sample to a channel, now and whatever it subscribes to.</summary>
internal static class AlertsTestCommand
{
    /// <summary>Exit code where a recipient could not be told.</summary>
    private const int Untold = 1;

    private static readonly Argument<string> Channel = new("CHANNEL") { Description = "Name of the channel in the settings." };

    public static Command Build()
    {
        var command = new Command("test", "Send a sample alert to a channel, now.") { Channel };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var name = parse.GetRequiredValue(Channel);
        var channels = workspace.Get<NoticeChannels>();
        if (channels.Find(name) is not { } channel)
            throw new UsageException(
                $"There is no channel {name}{SettingsCheck.NearestWord.Hint(name, channels.All.Select(one => one.Name))}; see newswatch alerts list.");
        var site = workspace.Get<IOptions<SendAlertsOptions>>().Value.SiteAddress;
        var notice = AlertNotices.Of(AlertSample.At(workspace.Get<TimeProvider>().GetUtcNow(), site));
        var code = 0;
        foreach (var recipient in channel.Recipients)
        {
            var outcome = await workspace.Get<NoticeSender>().TryAsync(notice, new(channel.Name, recipient), cancellation);
            Console.WriteLine($"{channel.Name}  {recipient}  {Words(outcome)}");
            code = outcome is ChannelOutcome.Sent ? code : Untold;
        }
        return code;
    }

    private static string Words(ChannelOutcome outcome) => outcome switch
    {
        ChannelOutcome.Sent => "sent",
        ChannelOutcome.Refused refused => $"refused for good: {refused.Why}",
        ChannelOutcome.Failed failed => $"failed, may pass: {failed.Why}",
        _ => outcome.ToString(),
    };
}
