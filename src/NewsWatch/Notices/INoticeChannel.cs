namespace NewsWatch.Notices;

/// <summary>
/// A way to tell someone. A channel says a notice in its own format and within its own limits of length; how long it may take, when it
/// is tried again and what is recorded is the sender's matter (<see cref="NoticeSender"/>).
/// </summary>
public interface INoticeChannel
{
    /// <summary>Its name in the settings.</summary>
    string Name { get; }

    /// <summary>Whom it tells, each once and without secrets: mail addresses, or the host of a webhook. Never empty.</summary>
    IReadOnlyList<string> Recipients { get; }

    /// <summary>Tells one recipient. What the other side does is a value; an exception is a defect or a cancellation.</summary>
    Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation);
}

/// <summary>How telling a recipient ended: exactly one of the nested cases.</summary>
public abstract record ChannelOutcome
{
    private ChannelOutcome() { }

    /// <summary>The other side took it.</summary>
    public sealed record Sent : ChannelOutcome;

    /// <summary>The other side is down or busy, which may pass.</summary>
    /// <param name="Why">One line, without secrets.</param>
    /// <param name="After">How long it asks to be left alone; null where it does not say.</param>
    public sealed record Failed(string Why, TimeSpan? After = null) : ChannelOutcome
    {
        /// <summary>True where only this recipient is affected, as by a full mailbox, and another of the channel is worth a try.</summary>
        public bool OthersMayWork { get; init; }
    }

    /// <summary>It was refused for good: trying again will not help.</summary>
    /// <param name="Why">One line, without secrets.</param>
    public sealed record Refused(string Why) : ChannelOutcome;
}
