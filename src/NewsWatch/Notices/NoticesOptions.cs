namespace NewsWatch.Notices;

/// <summary>
/// How notices are sent: the part of section <c>NewsWatch:SendAlerts</c> that every notice goes by, whatever it is about.
/// </summary>
public sealed class NoticesOptions
{
    /// <summary>Configuration section; subscriptions are in it too.</summary>
    public const string Section = "NewsWatch:SendAlerts";

    /// <summary>Bound on telling one recipient once, whatever the kind of channel. 1 s to 2 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries before a recipient that does not answer is given up. 1 to 20.</summary>
    public int Attempts { get; set; } = 8;

    /// <summary>Wait before the second try; each further one waits three times longer, an hour at most. 1 s to 1 h.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The mail server; needed where a channel is e-mail.</summary>
    public EmailOptions Email { get; set; } = new();

    /// <summary>Channels by name: lower-case letters, digits and hyphens.</summary>
    public Dictionary<string, ChannelOptions> Channels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Wait after this many tries, where the other side asks for none.</summary>
    internal TimeSpan RetryAfter(int attempts)
    {
        var longest = TimeSpan.FromHours(1);
        var wait = FirstRetry * Math.Pow(3, attempts - 1);
        return wait < longest ? wait : longest;
    }
}
