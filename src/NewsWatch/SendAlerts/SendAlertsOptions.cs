using NewsWatch.Notices;

namespace NewsWatch.SendAlerts;

/// <summary>
/// What is told, to whom and when: section <c>NewsWatch:SendAlerts</c>; README.md beside this file shows it filled in. Where channels
/// lead is in the same section, see <see cref="NoticesOptions"/>.
/// </summary>
public sealed class SendAlertsOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = NoticesOptions.Section;

    /// <summary>Where the review site is reached, for links; null for no links.</summary>
    public Uri? SiteAddress { get; set; }

    /// <summary>What each channel is told, by the channel's name.</summary>
    public Dictionary<string, Subscription> Channels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Views of the outgoing feeds by name: <c>/alerts/{view}.atom</c> holds what a view asks for.</summary>
    public Dictionary<string, AlertFilter> Views { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Developments that a channel is told one by one within an hour; what comes on top is gathered in one digest. 1 to 1000.
    /// </summary>
    public int Burst { get; set; } = 5;

    /// <summary>Most developments the outgoing feeds hold. 1 to 1000.</summary>
    public int FeedEntries { get; set; } = 200;
}
