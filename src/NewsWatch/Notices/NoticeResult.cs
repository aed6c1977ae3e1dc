namespace NewsWatch.Notices;

/// <summary>How one round of telling ended.</summary>
/// <param name="Record">The record after it.</param>
/// <param name="Ended">Deliveries that ended in this round.</param>
/// <param name="Next">How long until another try is due; null where none is.</param>
public sealed record NoticeResult(NoticeRecord Record, IReadOnlyList<NoticeDelivery> Ended, TimeSpan? Next);

/// <summary>A recipient of a channel.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Name">As the channel has it.</param>
public sealed record Recipient(string Channel, string Name);
