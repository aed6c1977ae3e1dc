namespace NewsWatch.Fetching.Pacing;

/// <summary>A wish to begin an exchange with a host.</summary>
/// <param name="Id">Names the exchange.</param>
/// <param name="Spacing">Least time between two beginnings.</param>
/// <param name="Places">Most exchanges at a time.</param>
/// <param name="Hold">How long its place is kept from its beginning on if nothing more is heard of it.</param>
internal sealed record HostAsk(string Id, TimeSpan Spacing, int Places, TimeSpan Hold)
{
    /// <summary>How long from now it can begin at the earliest: more than zero for who came too late for one it was given.</summary>
    public TimeSpan Lead { get; init; }

    /// <summary>True for who waits for any beginning; false for who may come again.</summary>
    public bool IsPatient { get; init; }

    /// <summary>The longest that who may come again waits for a beginning instead.</summary>
    public TimeSpan ShortWait { get; init; } = HostCalendar.ShortWait;

    /// <summary>True for who was told before when to come, and came.</summary>
    public bool HasNumber { get; init; }

    /// <summary>The Crawl-delay of the host's robots.txt; null where the asker does not know it.</summary>
    public TimeSpan? CrawlDelay { get; init; }

    /// <summary>The asker's exchanges that have ended since it asked last, and how long each took.</summary>
    public IReadOnlyList<(string Id, TimeSpan Took)> Ended { get; init; } = [];
}

/// <summary>What a calendar says to it: exactly one of the nested cases.</summary>
internal abstract record HostAnswer
{
    private HostAnswer() { }

    /// <summary>A beginning, now or soon.</summary>
    public sealed record Start(DateTimeOffset At) : HostAnswer;

    /// <summary>Not yet: ask again then.</summary>
    public sealed record Again(DateTimeOffset At) : HostAnswer;

    /// <summary>The host asked to be left alone.</summary>
    public sealed record Paused(DateTimeOffset Until) : HostAnswer;
}
