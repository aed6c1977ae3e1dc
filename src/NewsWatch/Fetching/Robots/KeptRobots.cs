namespace NewsWatch.Fetching.Robots;

/// <summary>
/// A verdict as it is stored for every process, or who is about to get it. Stored as <c>robots/{host}/{scheme}-{port}.json</c>.
/// </summary>
internal sealed record KeptRobots
{
    /// <summary>Who asks; null where nobody does.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Until when others leave it to that one; null where nobody asks.</summary>
    public DateTimeOffset? AskedUntil { get; init; }

    /// <summary>Until when the rest holds; null where nothing is known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<RobotsRule> Rules { get; init; } = [];

    /// <summary>Crawl-delay; null for none.</summary>
    public TimeSpan? CrawlDelay { get; init; }

    /// <summary>Why no page may be asked for; null where the rules decide.</summary>
    public KeptRefusal? Refusal { get; init; }

    /// <summary>The verdict; null where nothing is known.</summary>
    public RobotsVerdict? Verdict => Until is { } until ? new(new(Rules, CrawlDelay), Refusal?.Result, until) : null;

    /// <summary>A verdict, to be stored.</summary>
    public static KeptRobots Of(RobotsVerdict verdict) => new()
    {
        Until = verdict.Until,
        Rules = verdict.Rules.Rules,
        CrawlDelay = verdict.Rules.CrawlDelay,
        Refusal = verdict.Refusal switch
        {
            FetchResult.Refused refused => new(refused.Why, null, refused.Detail, null),
            FetchResult.Failed failed => new(null, failed.Status, failed.Detail, failed.RetryAfter),
            _ => null,
        },
    };
}

/// <summary>A refusal or a failure as it is stored.</summary>
/// <param name="Why">Why it was refused; null for a failure.</param>
/// <param name="Status">HTTP status of a failure; null where no response came.</param>
/// <param name="Detail">One line for the operator.</param>
/// <param name="RetryAfter">What the server asked for; null where it asked for nothing.</param>
internal sealed record KeptRefusal(Refusal? Why, int? Status, string Detail, TimeSpan? RetryAfter)
{
    /// <summary>What it was.</summary>
    public FetchResult Result => Why is { } why ? new FetchResult.Refused(why, Detail) : new FetchResult.Failed(Status, Detail, RetryAfter);
}
