namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>The sources to watch, in the operator's order; no address twice.</summary>
/// <param name="Title">Title of the list.</param>
/// <param name="Feeds">The sources.</param>
public sealed record WatchList(string Title, IReadOnlyList<WatchedFeed> Feeds)
{
    /// <summary>Why sources of the document it was read from are not on it, a line each that names document and line.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>A list of these sources; one that comes twice is kept where it came first, with the tags of both.</summary>
    public static WatchList Of(string title, IEnumerable<WatchedFeed> feeds) => new(title, [.. feeds
        .GroupBy(feed => feed.Id, StringComparer.Ordinal)
        .Select(same => same.First() with { Tags = [.. same.SelectMany(feed => feed.Tags).Distinct(StringComparer.OrdinalIgnoreCase)] })]);

    /// <summary>This list and those of <paramref name="other"/> it does not have yet.</summary>
    public WatchList With(IEnumerable<WatchedFeed> other) => Of(Title, [.. Feeds, .. other]);

    /// <summary>This list with a source changed, in its place; the very list where it is not on it.</summary>
    public WatchList Change(string id, Func<WatchedFeed, WatchedFeed> change)
        => Feeds.Any(feed => feed.Id == id) ? this with { Feeds = [.. Feeds.Select(feed => feed.Id == id ? change(feed) : feed)] } : this;

    /// <summary>This list without one source.</summary>
    public WatchList Without(WatchedFeed feed) => this with { Feeds = [.. Feeds.Where(one => one.Id != feed.Id)] };
}
