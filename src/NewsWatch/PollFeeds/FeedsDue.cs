namespace NewsWatch.PollFeeds;

/// <summary>Feeds have fallen due, more than one run polls in its time.</summary>
/// <param name="Feeds">Their ids, of which those of one host stand together.</param>
public sealed record FeedsDue(IReadOnlyList<string> Feeds);
