namespace NewsWatch.Fetching.Pacing;

/// <summary>
/// When exchanges with one host may begin, how many go on, and who comes after them. Decides only: every change gives a calendar anew, or
/// the very same one where nothing is changed, so that a store may apply it again when another writer came between. Stored as
/// <c>pace/{host}.json</c> where several processes share it.
/// </summary>
internal sealed record HostCalendar
{
    /// <summary>The longest Crawl-delay that is kept; a longer one would hold a message for longer than it may be hidden.</summary>
    public static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromSeconds(30);

    /// <summary>The longest that work which may come again waits for its turn instead, where to come again costs what an exchange costs.</summary>
    public static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    /// <summary>Queues count in seconds.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestLine = TimeSpan.FromMinutes(30);

    // Further away than any of these can lie; what does is a clock's error, and is not waited for.
    private static readonly TimeSpan LongestAhead = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(8);

    /// <summary>The earliest next beginning.</summary>
    public DateTimeOffset Next { get; init; }

    /// <summary>The last number given to work that comes again.</summary>
    public DateTimeOffset Line { get; init; }

    /// <summary>Until when the host asked to be left alone; null where it did not.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Its robots.txt's Crawl-delay, at most <see cref="LongestCrawlDelay"/>; zero for none.</summary>
    public TimeSpan CrawlDelay { get; init; }

    /// <summary>How long exchanges with it took of late.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Exchanges under way, and those whose beginning is given out.</summary>
    public IReadOnlyList<HostPlace> Places { get; init; } = [];

    /// <summary>True where forgetting the calendar would change nothing but the Crawl-delay, which its robots.txt gives again.</summary>
    public bool IsIdle(DateTimeOffset now)
        => Next <= now && Line <= now && !(PausedUntil > now) && Places.All(place => place.Until <= now);

    /// <summary>
    /// Gives a beginning, or says when to ask again. Who waits in any case is given the next beginning, before those with a number for it
    /// holds a worker; who may come again gets one that is near, or a number.
    /// </summary>
    public (HostCalendar After, HostAnswer Answer) Ask(HostAsk ask, DateTimeOffset now)
    {
        var sound = Sound(ask, now);
        if (sound.PausedUntil is { } until)
            return (this, new HostAnswer.Paused(until));
        var start = Later(sound.Next, now + ask.Lead);
        var isFree = sound.Places.Count(place => place.IsTaken(start, now)) < ask.Places;
        if (ask.IsPatient)
            return isFree ? sound.Start(ask, start) : (this, new HostAnswer.Again(sound.Places.Where(place => place.Sure > now)
                .Select(place => place.Sure).Append(now + Grain).Min()));
        if (!ask.HasNumber && sound.Line > now)
            return sound.Number(ask, now);
        return isFree && start - now <= ask.ShortWait ? sound.Start(ask, start) : Again(ask, now);
    }

    /// <summary>Says when to ask again, without a beginning: a number at the end of the line.</summary>
    /// <remarks>
    /// Who has one and is kept waiting for its beginning by those just before it does not go to the end. Where the host is slower than its
    /// spacing, all do, in their order: the line then has the host's own pace.
    /// </remarks>
    public (HostCalendar After, HostAnswer Answer) Again(HostAsk ask, DateTimeOffset now)
    {
        var sound = Sound(ask, now);
        var gap = Later(sound.Gap(ask), Grain);
        return ask.HasNumber && sound.Pace(ask, now) <= 2 * gap
            ? (this, new HostAnswer.Again(Later(sound.Next, now + gap)))
            : sound.Number(ask, now);
    }

    /// <summary>Frees a place.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="took">How long the exchange took; null where there was none.</param>
    public HostCalendar End(string id, TimeSpan? took)
        => Places.All(place => place.Id != id) ? this : this with
        {
            Places = [.. Places.Where(place => place.Id != id)],
            Took = took is { } one ? Smoothed(Took, one) : Took,
        };

    /// <summary>Keeps a place for longer.</summary>
    public HostCalendar Keep(string id, DateTimeOffset until)
        => this with { Places = [.. Places.Select(place => place.Id == id ? place with { Sure = until, Until = until } : place)] };

    private (HostCalendar After, HostAnswer Answer) Start(HostAsk ask, DateTimeOffset start) => (
        this with { Next = start + Gap(ask), Places = [.. Places, HostPlace.Of(ask.Id, start, ask.Hold)] },
        new HostAnswer.Start(start));

    private (HostCalendar After, HostAnswer Answer) Number(HostAsk ask, DateTimeOffset now)
    {
        var number = Later(Later(Later(Line, Next), now) + Pace(ask, now), now + Grain);
        number = number < now + LongestLine ? number : now + LongestLine;
        return (this with { Line = number }, new HostAnswer.Again(number));
    }

    private TimeSpan Gap(HostAsk ask) => Later(ask.Spacing, CrawlDelay);

    /// <summary>How far apart exchanges come to begin: by the spacing, or by the time each holds one of the places.</summary>
    private TimeSpan Pace(HostAsk ask, DateTimeOffset now)
    {
        var oldest = Places.Count == 0 ? TimeSpan.Zero : now - Places.Min(place => place.Start);
        return Later(Gap(ask), Later(Took, oldest) / ask.Places);
    }

    /// <summary>What things of one kind took of late, with one more.</summary>
    public static TimeSpan Smoothed(TimeSpan before, TimeSpan one) => ((before * 3) + one) / 4;

    /// <summary>The calendar with what its reader knows, and without what is over or cannot be.</summary>
    private HostCalendar Sound(HostAsk ask, DateTimeOffset now) => this with
    {
        Next = Next > now + LongestAhead ? now : Next,
        Line = Line > now + LongestLine + Grain ? now : Line,
        PausedUntil = PausedUntil > now && PausedUntil < now + LongestPause ? PausedUntil : null,
        CrawlDelay = ask.CrawlDelay ?? CrawlDelay,
        Took = ask.Ended.Aggregate(Took, (took, ended) => Smoothed(took, ended.Took)),
        Places = [.. Places.Where(place => place.Until > now && place.Until < now + LongestAhead
            && place.Id != ask.Id && !ask.Ended.Any(ended => ended.Id == place.Id))],
    };

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>One exchange, from its beginning to when its place lapses if nothing more is heard of it.</summary>
/// <param name="Id">Whose.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Sure">From when on it is certain to lapse, unless it was kept for longer before.</param>
/// <param name="Until">When its place lapses.</param>
internal sealed record HostPlace(string Id, DateTimeOffset Start, DateTimeOffset Sure, DateTimeOffset Until)
{
    /// <summary>
    /// How long before and after the middle of its time a place is kept for longer, and others may take it that it is not: together more
    /// than a write to the store takes and two clocks in one region differ.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    /// <summary>A place that is held for so long unless it is kept.</summary>
    public static HostPlace Of(string id, DateTimeOffset start, TimeSpan hold) => new(id, start, start + (hold / 2) + Margin, start + hold);

    /// <summary>When, from its beginning on, an exchange that goes on keeps its place.</summary>
    public static TimeSpan KeptAfter(TimeSpan hold) => (hold / 2) - Margin;

    /// <summary>Whether it may still be taken at a time to come, as far as can be told now.</summary>
    public bool IsTaken(DateTimeOffset then, DateTimeOffset now) => Until > then || Sure > now;
}
