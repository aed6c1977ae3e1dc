using NewsWatch.Fetching;
using NewsWatch.Notices.Channels;
using NewsWatch.Notices.Channels.Discord;
using NewsWatch.Notices.Channels.Email;
using NewsWatch.Notices.Channels.Ntfy;
using NewsWatch.Notices.Channels.Slack;
using NewsWatch.Notices.Channels.Teams;
using NewsWatch.Notices.Channels.Webhook;

namespace NewsWatch.Notices;

/// <summary>Makes the channel of a kind; there is none that stands in for another.</summary>
internal sealed class ChannelFactory(NoticePost post, GuardedConnector connector, TimeProvider time)
{
    /// <exception cref="InvalidOperationException">There is no such kind: the settings were not checked.</exception>
    public INoticeChannel Create(string name, ChannelOptions channel, EmailOptions email) => channel.Kind switch
    {
        ChannelKind.Email => new EmailChannel(name, channel, email, connector, time),
        ChannelKind.Webhook => new WebhookChannel(name, channel, post, time),
        ChannelKind.Slack => new SlackChannel(name, channel, post),
        ChannelKind.Teams => new TeamsChannel(name, channel, post),
        ChannelKind.Discord => new DiscordChannel(name, channel, post),
        ChannelKind.Ntfy => new NtfyChannel(name, channel, post),
        _ => throw new InvalidOperationException($"channel {name} is of no known kind"),
    };
}
