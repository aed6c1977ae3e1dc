using NewsWatch.SettingsCheck;

namespace NewsWatch.Notices;

/// <summary>One channel: a kind, and where it leads. What it subscribes to is another room's matter.</summary>
public sealed class ChannelOptions
{
    /// <summary>What kind.</summary>
    public ChannelKind? Kind { get; set; }

    /// <summary>What it is told of; empty for developments only.</summary>
    public IList<NoticeTopic> About { get; } = [];

    /// <summary>Recipients of e-mail.</summary>
    public IList<string> To { get; } = [];

    /// <summary>Address of a webhook, a chat's incoming webhook, or an ntfy topic.</summary>
    [Secret]
    public Uri? Address { get; set; }

    /// <summary>Key that signs a webhook: <c>whsec_</c> and base64 of 24 to 64 bytes.</summary>
    public string? Secret { get; set; }

    /// <summary>Access token of an ntfy server; null for none.</summary>
    public string? Token { get; set; }

    /// <summary>True where it is told of this; whoever is told of everything for the operator is told of feeds too.</summary>
    public bool TellsOf(NoticeTopic topic) => topic switch
    {
        NoticeTopic.Developments => About.Count == 0 || About.Contains(topic),
        NoticeTopic.Feeds => About.Contains(topic) || About.Contains(NoticeTopic.Operator),
        _ => About.Contains(topic),
    };
}

/// <summary>Kinds of channels; a folder of <c>Channels</c> each.</summary>
public enum ChannelKind
{
    /// <summary>E-mail through the configured mail server.</summary>
    Email,

    /// <summary>A signed message in JSON.</summary>
    Webhook,

    /// <summary>An incoming webhook as Slack has it; Mattermost and Rocket.Chat read its text.</summary>
    Slack,

    /// <summary>An incoming webhook of Microsoft Teams.</summary>
    Teams,

    /// <summary>A webhook of a Discord channel.</summary>
    Discord,

    /// <summary>A topic of an ntfy server: push messages.</summary>
    Ntfy,
}
