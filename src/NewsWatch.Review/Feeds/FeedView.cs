using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Review.Feeds;

/// <summary>A source and what its page shows.</summary>
/// <param name="Feed">As the watch list has it.</param>
/// <param name="State">As last polled.</param>
/// <param name="Row">Its row.</param>
/// <param name="Entries">Its last entries that are known, the latest first.</param>
/// <param name="Folders">Folders of the watch list.</param>
/// <param name="Now">Now.</param>
public sealed record FeedView(
    WatchedFeed Feed, FeedState State, FeedRow Row, IReadOnlyList<FeedEntryLine> Entries, IReadOnlyList<string> Folders, DateTimeOffset Now);

/// <summary>An entry of a feed.</summary>
/// <param name="Article">Id of its article.</param>
/// <param name="Title">Its title.</param>
/// <param name="At">When it was published, else found.</param>
/// <param name="State">Where it has ended.</param>
/// <param name="Language">Its language; null where unknown.</param>
public sealed record FeedEntryLine(string Article, string Title, DateTimeOffset At, ArticleState State, string? Language);
