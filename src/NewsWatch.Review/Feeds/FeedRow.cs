using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;

namespace NewsWatch.Review.Feeds;

/// <summary>One source in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">As the watch list has it.</param>
/// <param name="Address">As the watch list has it.</param>
/// <param name="Enabled">False where it is not polled.</param>
/// <param name="Health">What the last poll says of it.</param>
/// <param name="Since">Since when that holds; null before the first poll.</param>
/// <param name="Reason">Why it fails, is gone or has gone quiet; null otherwise.</param>
/// <param name="Checked">Last poll; null before the first.</param>
/// <param name="Next">When it is due again; null before the first poll.</param>
/// <param name="NewestEntry">Latest date of an entry that can be trusted; null where none has one.</param>
/// <param name="MovedTo">Where it has moved; null where it has not.</param>
public sealed record FeedRow(
    string Id,
    string Title,
    Uri Address,
    bool Enabled,
    FeedHealth Health,
    DateTimeOffset? Since,
    string? Reason,
    DateTimeOffset? Checked,
    DateTimeOffset? Next,
    DateTimeOffset? NewestEntry,
    Uri? MovedTo)
{
    /// <summary>Every source, those in trouble first, then those that have moved, then the rest in the watch list's order.</summary>
    internal static async Task<IReadOnlyList<FeedRow>> ListAsync(FeedStates states, CancellationToken cancellation)
    {
        var rows = new List<FeedRow>();
        await foreach (var (feed, state) in states.ListAsync(cancellation))
            rows.Add(new(
                feed.Id,
                feed.Title,
                feed.Address,
                feed.Enabled,
                state.Health,
                state.HealthSince,
                state.Reason,
                state.CheckedAt,
                state.NextCheck,
                state.NewestEntry,
                state.MovedTo));
        return [.. rows.OrderBy(row => !row.Enabled ? 3 : FeedHealthChanged.IsTrouble(row.Health) ? 0 : row.Health == FeedHealth.Moved ? 1 : 2)];
    }
}
