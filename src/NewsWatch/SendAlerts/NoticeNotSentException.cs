namespace NewsWatch.SendAlerts;

/// <summary>At least one channel failed in a way that may pass; the message names each.</summary>
public sealed class NoticeNotSentException(string message) : Exception(message);
