namespace NewsWatch.PollFeeds;

/// <summary>
/// A feed has come to fail, is gone or has gone quiet, or has recovered from it: something for the operator. Sent once a change, to
/// <see cref="Pipeline.NotifyOperator"/>; the same change delivered twice has the same <paramref name="Id"/>.
/// </summary>
/// <param name="Id">Derived from the feed and the change.</param>
/// <param name="Feed">Id of the feed.</param>
/// <param name="Title">As the watch list has it.</param>
/// <param name="Address">As the watch list has it, without credentials.</param>
/// <param name="Before">What the operator was last told, or what held before.</param>
/// <param name="Now">What holds now: failing, gone, stuck and gone quiet are trouble, anything else is a recovery.</param>
/// <param name="Since">Since when that holds.</param>
/// <param name="Reason">Why, in one line; null for a recovery.</param>
public sealed record FeedHealthChanged(
    string Id,
    string Feed,
    string Title,
    Uri Address,
    FeedHealth Before,
    FeedHealth Now,
    DateTimeOffset Since,
    string? Reason)
{
    /// <summary>True where this is a recovery.</summary>
    public bool IsRecovery => !IsTrouble(Now);

    /// <summary>True where an operator should look.</summary>
    public static bool IsTrouble(FeedHealth health)
        => health is FeedHealth.Failing or FeedHealth.Gone or FeedHealth.GoneQuiet or FeedHealth.Stuck;
}
