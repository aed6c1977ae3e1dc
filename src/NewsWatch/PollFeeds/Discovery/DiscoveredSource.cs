using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.PollFeeds.Discovery;

/// <summary>A source found behind an address, read once to be sure of it.</summary>
/// <param name="Feed">Ready for the watch list.</param>
/// <param name="How">How it was found, in a few words.</param>
/// <param name="Entries">Entries it has.</param>
/// <param name="Newest">Latest date of an entry that can be trusted; null where none has one.</param>
public sealed record DiscoveredSource(WatchedFeed Feed, string How, int Entries, DateTimeOffset? Newest);

/// <summary>What was found behind an address.</summary>
/// <param name="Sources">The best first; empty where nothing was found.</param>
/// <param name="Problem">Why nothing was found, in one line; null where something was.</param>
public sealed record DiscoveryResult(IReadOnlyList<DiscoveredSource> Sources, string? Problem);
