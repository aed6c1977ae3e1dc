namespace NewsWatch.SendAlerts;

/// <summary>A way to tell someone.</summary>
public interface INoticeChannel
{
    /// <summary>Its name in the configuration.</summary>
    string Name { get; }

    /// <summary>True where it subscribes to this.</summary>
    bool Wants(Notice notice);

    /// <summary>Tells it. What the other side does is a value; an exception is a defect or a cancellation.</summary>
    Task<ChannelOutcome> SendAsync(Notice notice, CancellationToken cancellation);
}

/// <summary>How telling a channel ended: exactly one of the nested cases.</summary>
public abstract record ChannelOutcome
{
    private ChannelOutcome() { }

    /// <summary>The channel took it.</summary>
    /// <param name="To">To whom, for the record.</param>
    public sealed record Sent(string To) : ChannelOutcome;

    /// <summary>It failed in a way that may pass.</summary>
    /// <param name="Why">One line, without secrets.</param>
    public sealed record Failed(string Why) : ChannelOutcome;

    /// <summary>It was refused for good: trying again will not help.</summary>
    /// <param name="Why">One line, without secrets.</param>
    public sealed record Refused(string Why) : ChannelOutcome;
}
