using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Output;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch alerts list</c>: the channels, where they lead and what they are told.</summary>
internal static class AlertsListCommand
{
    public static Command Build()
    {
        var command = new Command("list", "The channels, where they lead and what they are told.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var kinds = workspace.Get<IOptions<NoticesOptions>>().Value.Channels;
        var subscriptions = workspace.Get<IOptions<SendAlertsOptions>>().Value.Channels;
        var rows = workspace.Get<NoticeChannels>().All.Select(channel
            => (Channel: channel, Options: kinds[channel.Name], Wants: subscriptions[channel.Name])).ToList();
        if (workspace.Json)
            JsonOutput.Write(json =>
            {
                json.WriteStartArray("channels");
                foreach (var (channel, options, wants) in rows)
                {
                    json.WriteStartObject();
                    json.WriteString("name", channel.Name);
                    json.WriteString("kind", options.Kind.ToString());
                    json.WriteString("recipients", string.Join(", ", channel.Recipients));
                    json.WriteString("told", Words(options, wants));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
        else
        {
            var list = new Listing(new("Channel"), new("Kind"), new("Recipients"), new("Told") { Gives = true });
            foreach (var (channel, options, wants) in rows)
                list.Add(channel.Name, options.Kind.ToString(), string.Join(", ", channel.Recipients), Words(options, wants));
            list.Print(workspace.Screen);
        }
        if (rows.Count == 0)
            workspace.Screen.Note(
                "No channels. Name them in the settings, NewsWatch:SendAlerts:Channels; the site's outgoing feeds are there without.");
        return 0;
    }

    private static string Words(ChannelOptions options, Subscription wants)
    {
        var about = options.About.Count == 0 ? "developments" : string.Join(" and ", options.About.Select(topic => WireName.Of(topic)));
        if (!options.TellsOf(NoticeTopic.Developments))
            return about;
        string?[] words =
        [
            about,
            wants.Rhythm switch
            {
                Rhythm.Instant => "at once",
                Rhythm.Hourly => "hourly",
                Rhythm.Daily => $"daily at {wants.At} {wants.TimeZone}",
                _ => $"on {wants.On} at {wants.At} {wants.TimeZone}",
            },
            Only("types", wants.Types),
            Only("parties", wants.Parties),
            Only("regions", wants.Regions),
            Only("stages", wants.Stages),
            Only("languages", wants.Languages),
            wants.Standing is { } standing ? $"standing {standing} or better" : null,
            wants.Origins > 1 ? string.Create(CultureInfo.InvariantCulture, $"{wants.Origins} independent origins") : null,
            wants.Score > 0 ? string.Create(CultureInfo.InvariantCulture, $"score {wants.Score} or more") : null,
            Only("watched", wants.Watch),
            wants.QuietHours is { } quiet ? $"quiet {quiet} {wants.TimeZone}" : null,
            Only("urgent", wants.Urgent),
        ];
        return string.Join("; ", words.OfType<string>());
    }

    private static string? Only(string what, IList<string> values) => values.Count == 0 ? null : $"{what} {string.Join(", ", values)}";
}
