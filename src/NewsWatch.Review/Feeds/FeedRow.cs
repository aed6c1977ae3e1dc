using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;

namespace NewsWatch.Review.Feeds;

/// <summary>One source in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">As the watch list has it.</param>
/// <param name="Address">As the watch list has it, without credentials.</param>
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
    /// <summary>Days that <see cref="Days"/> counts.</summary>
    public const int MostDays = 30;

    /// <summary>What the address gives.</summary>
    public string Kind { get; init; } = "feed";

    /// <summary>The folder it lies in; empty for none.</summary>
    public string Folder { get; init; } = "";

    /// <summary>New entries of each of the last thirty days in UTC, today last.</summary>
    public IReadOnlyList<int> Days { get; init; } = [];

    /// <summary>True where an operator should look.</summary>
    internal bool IsTroubled => Enabled && FeedHealthChanged.IsTrouble(Health);

    /// <summary>Every source, those in trouble first, then those that have moved, then the rest in the watch list's order.</summary>
    internal static async Task<IReadOnlyList<FeedRow>> ListAsync(FeedStates states, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = new List<FeedRow>();
        await foreach (var (feed, state) in states.ListAsync(cancellation))
            rows.Add(Of(feed, state, now));
        return [.. rows.OrderBy(row => !row.Enabled ? 3 : row.IsTroubled ? 0 : row.Health == FeedHealth.Moved ? 1 : 2)];
    }

    /// <summary>The row of a source.</summary>
    internal static FeedRow Of(WatchedFeed feed, FeedState state, DateTimeOffset now)
    {
        var days = new int[MostDays];
        foreach (var entry in state.Seen.Values)
            if (entry.HandledAt is { } at && (int)(now.UtcDateTime.Date - at.UtcDateTime.Date).TotalDays is >= 0 and < MostDays and var ago)
                days[MostDays - 1 - ago]++;
        return new(
            feed.Id,
            feed.Title,
            ShownAddress.Of(feed.Address),
            feed.Enabled,
            state.Health,
            state.HealthSince,
            state.Reason,
            state.CheckedAt,
            state.NextCheck,
            state.NewestEntry,
            state.MovedTo is { } moved ? ShownAddress.Of(moved) : null)
        {
            Kind = feed.Kind.ToString().ToLowerInvariant(),
            Folder = feed.Tags is [var folder, ..] ? folder : "",
            Days = days,
        };
    }
}
