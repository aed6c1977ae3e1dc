using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Output;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts test CHANNEL</c>: sends a sample to a channel, now and whatever it subscribes to.</summary>
internal static class AlertsTestCommand
{
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
            throw new FailureException(
                $"There is no channel {name}{Usage.Refusal.Hint(name, channels.All.Select(one => one.Name))} newswatch alerts list shows them.");
        var site = workspace.Get<IOptions<SendAlertsOptions>>().Value.SiteAddress;
        var notice = AlertNotices.Of(AlertSample.At(workspace.Get<TimeProvider>().GetUtcNow(), site));
        var list = new Listing(new("Channel"), new("Recipient"), new("Outcome") { Gives = true });
        var outcomes = new List<(string Recipient, ChannelOutcome Outcome)>();
        foreach (var recipient in channel.Recipients)
            outcomes.Add((recipient, await workspace.Get<NoticeSender>().TryAsync(notice, new(channel.Name, recipient), cancellation)));
        foreach (var (recipient, outcome) in outcomes)
            list.Add(channel.Name, recipient, Words(outcome));
        if (workspace.Json)
            WriteJson(channel.Name, outcomes);
        else
            list.Print(workspace.Screen);
        return outcomes.TrueForAll(one => one.Outcome is ChannelOutcome.Sent) ? 0 : CommandLine.Failed;
    }

    private static void WriteJson(string channel, List<(string Recipient, ChannelOutcome Outcome)> outcomes) => JsonOutput.Write(json =>
    {
        json.WriteString("channel", channel);
        json.WriteStartArray("recipients");
        foreach (var (recipient, outcome) in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("recipient", recipient);
            json.WriteBoolean("sent", outcome is ChannelOutcome.Sent);
            json.WriteString("outcome", Words(outcome));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Words(ChannelOutcome outcome) => outcome switch
    {
        ChannelOutcome.Sent => "sent",
        ChannelOutcome.Refused refused => $"refused for good: {refused.Why}",
        ChannelOutcome.Failed failed => $"failed, may pass: {failed.Why}",
        _ => outcome.ToString(),
    };
}
