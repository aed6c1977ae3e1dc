namespace NewsWatch.SendAlerts;

/// <summary>Every way to tell someone: the outgoing feed, and the channels the configuration names.</summary>
/// <param name="All">The channels, no two of one name.</param>
public sealed record NoticeChannels(IReadOnlyList<INoticeChannel> All);
