namespace NewsWatch.SendAlerts;

/// <summary>Section <c>NewsWatch:SendAlerts</c>; README.md beside this file shows it filled in.</summary>
public sealed class SendAlertsOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "NewsWatch:SendAlerts";

    /// <summary>Where the review site is reached, for links; null for no links.</summary>
    public Uri? SiteAddress { get; set; }

    /// <summary>Bound on telling one channel once. 1 s to 2 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The mail server; needed where a channel is e-mail.</summary>
    public EmailOptions Email { get; set; } = new();

    /// <summary>Channels by name: lower-case letters, digits and hyphens.</summary>
    public Dictionary<string, ChannelOptions> Channels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Most alerts the outgoing Atom feed holds. 1 to 1000.</summary>
    public int FeedEntries { get; set; } = 100;
}
