namespace NewsWatch.PollFeeds.Intake;

/// <summary>What became of a feed's entries at one poll; <see cref="Found"/> is the sum of the others.</summary>
/// <param name="New">Announced for the first time in any feed.</param>
/// <param name="Known">Handled before, or twice in one feed; an edit that waits its turn is known until then.</param>
/// <param name="AlsoElsewhere">New in this feed, but announced by another before: now kept as a further source.</param>
/// <param name="Edited">Handled before, and saying something else now.</param>
/// <param name="Unusable">Without an address, a title and a text.</param>
/// <param name="BeyondBound">Not looked at: more entries than the bound.</param>
public sealed record EntryCounts(int New = 0, int Known = 0, int AlsoElsewhere = 0, int Edited = 0, int Unusable = 0, int BeyondBound = 0)
{
    /// <summary>Entries in the feed.</summary>
    public int Found => New + Known + AlsoElsewhere + Edited + Unusable + BeyondBound;

    /// <summary>Adds two counts.</summary>
    public static EntryCounts operator +(EntryCounts one, EntryCounts other) => new(
        one.New + other.New,
        one.Known + other.Known,
        one.AlsoElsewhere + other.AlsoElsewhere,
        one.Edited + other.Edited,
        one.Unusable + other.Unusable,
        one.BeyondBound + other.BeyondBound);
}
