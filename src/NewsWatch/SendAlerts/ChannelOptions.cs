namespace NewsWatch.SendAlerts;

/// <summary>One channel: a kind, where it leads, and what it subscribes to.</summary>
public sealed class ChannelOptions
{
    /// <summary>What kind.</summary>
    public ChannelKind? Kind { get; set; }

    /// <summary>Recipients of e-mail.</summary>
    public IList<string> To { get; } = [];

    /// <summary>Address of a webhook or chat.</summary>
    public Uri? Address { get; set; }

    /// <summary>Key that signs a webhook: <c>whsec_</c> and base64 of 24 to 64 bytes.</summary>
    public string? Secret { get; set; }

    /// <summary>What it is told of; empty for developments only.</summary>
    public IList<NoticeTopic> About { get; } = [];

    /// <summary>Types of agreements, such as <c>acsa</c>; empty for all.</summary>
    public IList<string> Types { get; } = [];

    /// <summary>Parties, any of them; <c>FR+JP</c> for both together; empty for all.</summary>
    public IList<string> Parties { get; } = [];

    /// <summary>Stages, such as <c>in-force</c>; empty for all.</summary>
    public IList<string> Stages { get; } = [];

    /// <summary>True where it subscribes to this notice.</summary>
    public bool Wants(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (!(About.Count == 0 ? notice.Topic == NoticeTopic.Developments : About.Contains(notice.Topic)))
            return false;
        return notice.Alert is not { } alert
            || (Names(Types, WireName.Of(alert.Type))
                && Names(Stages, WireName.Of(alert.Stage))
                && (Parties.Count == 0 || Parties.Any(together => Split(together).All(party => alert.Parties.Contains(party, StringComparer.OrdinalIgnoreCase)))));
    }

    /// <summary>The parties of one line of <see cref="Parties"/>.</summary>
    internal static string[] Split(string together) => together.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool Names(IList<string> names, string name) => names.Count == 0 || names.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Kinds of channels.</summary>
public enum ChannelKind
{
    /// <summary>E-mail through the configured mail server.</summary>
    Email,

    /// <summary>A signed message in JSON; see <see cref="Channels.WebhookChannel"/>.</summary>
    Webhook,

    /// <summary>An incoming webhook as Slack, Mattermost and Rocket.Chat have it.</summary>
    Slack,

    /// <summary>An incoming webhook of Teams.</summary>
    Teams,
}
