namespace NewsWatch.PollFeeds.Parsing;

/// <summary>What is doubtful about a date.</summary>
[Flags]
public enum FeedDateMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The feed gave no zone, or one nobody knows: read as UTC, it may be up to 14 hours off.</summary>
    ZoneAssumed = 1 << 0,

    /// <summary>Only a day, month or year was given: the time is midnight, the rest the first.</summary>
    DayOnly = 1 << 1,

    /// <summary>Later than now by more than a clock can be off. Not to be trusted.</summary>
    Future = 1 << 2,

    /// <summary>Before there were feeds, or otherwise impossible. Not to be trusted.</summary>
    Absurd = 1 << 3,
}
