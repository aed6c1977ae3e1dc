namespace NewsWatch.SendAlerts;

/// <summary>The latest alerts, as the outgoing feed holds them. Stored as <c>outgoing/alerts.json</c>.</summary>
/// <param name="Notices">Latest first.</param>
public sealed record OutgoingNotices(IReadOnlyList<Notice> Notices);
