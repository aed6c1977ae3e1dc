using NewsWatch.PollFeeds.Intake;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds;

/// <summary>What one run over the watch list did.</summary>
/// <param name="Listed">Sources on the watch list.</param>
/// <param name="Disabled">Of these, kept but not polled.</param>
/// <param name="Retired">Of these, gone for good.</param>
/// <param name="NotDue">Of these, not due yet.</param>
/// <param name="Postponed">Due, but left to the next run: the time was up.</param>
/// <param name="Polls">The feeds polled, in the order they were done.</param>
public sealed record PollSummary(int Listed, int Disabled, int Retired, int NotDue, int Postponed, IReadOnlyList<FeedPoll> Polls)
{
    /// <summary>Due, and left to others: another process has claimed them, or they were handed to the queue.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Feeds polled.</summary>
    public int Polled => Polls.Count;

    /// <summary>Of the feeds polled, those that were read and had something to read.</summary>
    public int Read => Polls.Count(poll => poll.Result == PollResult.Read);

    /// <summary>Of the feeds polled, those that were as before.</summary>
    public int Unchanged => Polls.Count(poll => poll.Result == PollResult.Unchanged);

    /// <summary>Of the feeds polled, those that could not be fetched or read, or are gone.</summary>
    public int Failed => Polls.Count(poll => poll.Result == PollResult.Failed);

    /// <summary>Why most of those failed that did, and how many for that reason; null where none failed.</summary>
    public (string Reason, int Count)? CommonestFailure => Polls.Where(poll => poll.Result == PollResult.Failed)
        .GroupBy(poll => poll.Reason ?? WireName.Of(poll.Health), StringComparer.Ordinal)
        .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => ((string, int)?)(same.Key, same.Count())).FirstOrDefault();

    /// <summary>What became of all entries.</summary>
    public EntryCounts Entries => Polls.Aggregate(new EntryCounts(), (sum, poll) => sum + poll.Entries);
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Feeds polled so far.</param>
/// <param name="Due">Feeds to poll.</param>
public sealed record PollStep(int Done, int Due);

/// <summary>What one poll of one feed did.</summary>
/// <param name="Feed">As the watch list has it.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Health">What the feed is like since.</param>
/// <param name="Reason">Why, where it is in trouble; null otherwise.</param>
/// <param name="Entries">What became of its entries; none where it was unchanged or failed.</param>
public sealed record FeedPoll(WatchedFeed Feed, PollResult Result, FeedHealth Health, string? Reason, EntryCounts Entries);

/// <summary>How a poll ended.</summary>
public enum PollResult
{
    /// <summary>The feed was read.</summary>
    Read,

    /// <summary>304, or the same bytes as before.</summary>
    Unchanged,

    /// <summary>It could not be fetched or read, or is gone.</summary>
    Failed,
}
