using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.PollFeeds.States;

/// <summary>What is remembered of each feed: <c>feeds/{feed}.json</c>.</summary>
public sealed partial class FeedStates(IBlobs blobs, WatchListStore lists, ILogger<FeedStates> log)
{
    private const string Prefix = "feeds/";

    /// <summary>True where other processes may poll the same feeds.</summary>
    internal bool AreShared => blobs.IsShared;

    /// <summary>Every source of the watch list with its state, in the list's order: what a page of feed health shows.</summary>
    /// <exception cref="WatchListException">The watch list cannot be read.</exception>
    public async IAsyncEnumerable<FeedOverview> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var feed in (await lists.LoadAsync(cancellation)).Feeds)
            yield return new(feed, await ReadAsync(feed, cancellation));
    }

    /// <summary>State of a feed; a new one where there is none yet, or what is there is damaged.</summary>
    public async Task<FeedState> ReadAsync(WatchedFeed feed, CancellationToken cancellation) => (await OpenAsync(feed, cancellation)).State;

    /// <summary>
    /// State of a feed, to be written back with its tag; a null tag where there is none yet. A damaged state is begun anew: every entry is
    /// then looked at again, which loses nothing and announces nothing twice, while a feed that cannot be polled would go unread.
    /// </summary>
    internal async Task<(FeedState State, string? Tag)> OpenAsync(WatchedFeed feed, CancellationToken cancellation)
    {
        if (await blobs.ReadAsync(Name(feed.Id), cancellation) is not { } blob)
            return (FeedState.New(feed), null);
        try
        {
            var state = JsonSerializer.Deserialize(blob.Content.Span, FeedStatesJson.Default.FeedState);
            return ((state ?? FeedState.New(feed)) with { Title = feed.Title, Seen = WithArticles(state?.Seen) }, blob.Tag);
        }
        catch (JsonException damage)
        {
            LogDamaged(feed.Id, feed.Title, damage.Message);
            return (FeedState.New(feed), blob.Tag);
        }
    }

    /// <summary>
    /// Writes a state back; its new tag, or null where another poll of the same feed came between, whose state then stands.
    /// </summary>
    internal async Task<string?> SaveAsync(FeedState state, string? tag, CancellationToken cancellation)
    {
        var condition = tag is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(tag);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(state, FeedStatesJson.Default.FeedState);
        return await blobs.WriteAsync(Name(state.Feed), bytes, condition, cancellation);
    }

    /// <summary>Entries remembered before they had names of their own are not known by what is remembered of them.</summary>
    private static IReadOnlyDictionary<string, SeenEntry> WithArticles(IReadOnlyDictionary<string, SeenEntry>? seen)
        => seen is null ? new Dictionary<string, SeenEntry>() : seen.Values.Any(entry => entry.Article is null)
            ? seen.Where(entry => entry.Value.Article is not null).ToDictionary(StringComparer.Ordinal)
            : seen;

    /// <summary>Forgets a feed, so that its next poll is its first; false where nothing was remembered.</summary>
    public Task<bool> ForgetAsync(WatchedFeed feed, CancellationToken cancellation) => blobs.DeleteAsync(Name(feed.Id), cancellation);

    private static string Name(string feed) => $"{Prefix}{feed}.json";

    [LoggerMessage(Level = LogLevel.Warning, Message = "State of feed {Feed} ({Title}) is damaged and begun anew: {Reason}")]
    private partial void LogDamaged(string feed, string title, string reason);
}

/// <summary>A source and what is remembered of it.</summary>
/// <param name="Feed">As the watch list has it.</param>
/// <param name="State">As last polled; <see cref="FeedHealth.Unpolled"/> before.</param>
public sealed record FeedOverview(WatchedFeed Feed, FeedState State);
