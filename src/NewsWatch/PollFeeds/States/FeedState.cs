namespace NewsWatch.PollFeeds.States;

/// <summary>What is remembered of a feed between polls. Stored as <c>feeds/{feed}.json</c>.</summary>
public sealed record FeedState
{
    /// <summary>Id of the feed, derived from its address on the watch list.</summary>
    public required string Feed { get; init; }

    /// <summary>Its address on the watch list.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its title on the watch list.</summary>
    public required string Title { get; init; }

    /// <summary>What the last poll says of it.</summary>
    public FeedHealth Health { get; init; }

    /// <summary>Since when <see cref="Health"/> holds; null before the first poll.</summary>
    public DateTimeOffset? HealthSince { get; init; }

    /// <summary>Why it fails, is gone, stuck or has gone quiet, or what is doubtful of a list page, in one line; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Trouble the operator was last told of; null where there is none, or its end was told.</summary>
    public FeedHealth? ToldOf { get; init; }

    /// <summary>Where a permanent redirect has led, once a feed was read there; null where it is at its own address.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>What the server called the version last read, with the address it came from; null where it called it nothing.</summary>
    public FeedValidators? Validators { get; init; }

    /// <summary>Hash of the body last read; null before.</summary>
    public string? BodyHash { get; init; }

    /// <summary>Last poll, whatever came of it; null before the first.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Last poll at which it could be read; null before.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it is due again; null before the first poll.</summary>
    public DateTimeOffset? NextCheck { get; init; }

    /// <summary>Why then: the name of the rule that decided, for <c>feeds list</c> and <c>feeds check</c>.</summary>
    public string? NextCheckBecause { get; init; }

    /// <summary>Until when a process that polls it keeps others from doing so too; null where none does, or none other could.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Entries at the last reading.</summary>
    public int Entries { get; init; }

    /// <summary>Latest date of an entry that can be trusted; null where none has one.</summary>
    public DateTimeOffset? NewestEntry { get; init; }

    /// <summary>When an entry was last found that was not known before; null before.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>How often entries come; null where too few have a date.</summary>
    public FeedRhythm? Rhythm { get; init; }

    /// <summary>What the feed itself asks of its readers, kept for the polls that bring no body.</summary>
    public FeedWishes Wishes { get; init; } = new();

    /// <summary>WebSub hubs it names; noted only.</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    /// <summary>Why what was last read can't bring news though it was read, in one line; null where it can.</summary>
    public string? Stuck { get; init; }

    /// <summary>How often in a row the server said that nothing has changed.</summary>
    public int Unmodified { get; init; }

    /// <summary>True where the server said so of a feed that had changed: it is then asked for whole.</summary>
    public bool IsNotBelieved { get; init; }

    /// <summary>
    /// How often in a row reading it broke off the program, told by a mark set before and not taken away after; 0 usually.
    /// </summary>
    public int BrokenOff { get; init; }

    /// <summary>Entries handled, by what they go by in the feed, latest reading first.</summary>
    public IReadOnlyDictionary<string, SeenEntry> Seen { get; init; } = new Dictionary<string, SeenEntry>();

    /// <summary>True where it said that it is gone for good.</summary>
    public bool IsRetired => Health == FeedHealth.Gone;

    /// <summary>A feed never polled.</summary>
    public static FeedState New(WatchLists.WatchedFeed feed) => new() { Feed = feed.Id, Address = feed.Address, Title = feed.Title };
}

/// <summary>What a server called a version of a feed: good only for the address that gave it (RFC 9110, 8.8).</summary>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="ETag">As given; null for none.</param>
/// <param name="LastModified">As given; null for none.</param>
public sealed record FeedValidators(Uri Address, string? ETag, string? LastModified);

/// <summary>How often a feed's entries come.</summary>
/// <param name="Median">Median time between two entries.</param>
/// <param name="Longest">Longest time between two entries.</param>
public sealed record FeedRhythm(TimeSpan Median, TimeSpan Longest);

/// <summary>An entry handled.</summary>
/// <param name="Fingerprint">Of what it said.</param>
/// <param name="Article">Id of its article.</param>
public sealed record SeenEntry(string Fingerprint, string Article)
{
    /// <summary>Hash of the title's words without digits.</summary>
    public string Title { get; init; } = "";

    /// <summary>Hash of the text's words without digits.</summary>
    public string Text { get; init; } = "";

    /// <summary>Edits followed that changed words of the title.</summary>
    public int TitleEdits { get; init; }

    /// <summary>Edits followed that changed words of the text.</summary>
    public int TextEdits { get; init; }

    /// <summary>Edits followed that changed nothing but numbers, tokens or the date of the last change.</summary>
    public int NumberEdits { get; init; }

    /// <summary>When it was last announced; null where that is not known.</summary>
    public DateTimeOffset? HandledAt { get; init; }
}

/// <summary>What a feed asks of its readers.</summary>
public sealed record FeedWishes
{
    /// <summary>How long a copy may be kept (RSS <c>ttl</c>); null where not said.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>How often it changes (<c>sy:updatePeriod</c>, <c>sy:updateFrequency</c>); null where not said.</summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>Hours in UTC in which it asks not to be read.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days in UTC on which it asks not to be read.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
