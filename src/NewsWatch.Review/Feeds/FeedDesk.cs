using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Review.Feeds;

/// <summary>Gathers what the pages of the watch list show.</summary>
internal sealed class FeedDesk(WatchListStore lists, FeedStates states, ArticleStore articles, TimeProvider time)
{
    private const int MostEntries = 40;

    /// <summary>Every source.</summary>
    public Task<IReadOnlyList<FeedRow>> ListAsync(CancellationToken cancellation) => FeedRow.ListAsync(states, time.GetUtcNow(), cancellation);

    /// <summary>True where there is a list of the operator's own.</summary>
    public Task<bool> HasOwnAsync(CancellationToken cancellation) => lists.HasOwnAsync(cancellation);

    /// <summary>Folders of the watch list, in order.</summary>
    public async Task<IReadOnlyList<string>> FoldersAsync(CancellationToken cancellation) =>
    [
        .. (await lists.LoadAsync(cancellation)).Feeds.SelectMany(feed => feed.Tags.Take(1))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>One source; null where it is not on the watch list.</summary>
    public async Task<FeedView?> ReadAsync(string id, CancellationToken cancellation)
    {
        if ((await lists.LoadAsync(cancellation)).Feeds.FirstOrDefault(one => one.Id == id) is not { } feed)
            return null;
        var state = await states.ReadAsync(feed, cancellation);
        var entries = new List<FeedEntryLine>();
        foreach (var article in state.Seen.Values.Select(entry => entry.Article).Distinct(StringComparer.Ordinal).Take(MostEntries))
            if (await articles.ReadSoundAsync(article, cancellation) is { } found)
            {
                var mention = found.Mentions.FirstOrDefault(one => one.Feed == id) ?? found.Mentions[0];
                entries.Add(new(
                    found.Id,
                    found.Content?.Title is { Length: > 0 } title ? title : mention.Title,
                    found.Content?.Published ?? mention.Published ?? found.FoundAt,
                    found.State,
                    found.Content?.Language));
            }
        return new(
            feed,
            state,
            FeedRow.Of(feed, state, time.GetUtcNow()),
            [.. entries.OrderByDescending(entry => entry.At)],
            await FoldersAsync(cancellation),
            time.GetUtcNow());
    }
}
