using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.PollFeeds.States;

/// <summary>
/// What a feed said, kept while its new entries are stored and announced: <c>unfinished/{feed}.json</c>. A run that is killed meanwhile leaves it to
/// the next one, which need not find the same entries in the feed any more.
/// </summary>
internal sealed partial class UnfinishedReadings(IBlobs blobs, ILogger<UnfinishedReadings> log)
{
    private const string Prefix = "unfinished/";

    /// <summary>Keeps a reading until it is finished.</summary>
    public Task KeepAsync(WatchedFeed feed, FeedDocument document, CancellationToken cancellation)
        => blobs.WriteAsync(
            Name(feed), JsonSerializer.SerializeToUtf8Bytes(document, FeedStatesJson.Default.FeedDocument), WriteCondition.Always, cancellation);

    /// <summary>The reading that was not finished; null where there is none, or it is damaged.</summary>
    public async Task<FeedDocument?> ReadAsync(WatchedFeed feed, CancellationToken cancellation)
    {
        try
        {
            return await blobs.ReadJsonAsync(Name(feed), FeedStatesJson.Default.FeedDocument, cancellation);
        }
        catch (JsonException damage)
        {
            LogDamaged(feed.Id, feed.Title, damage.Message);
            return null;
        }
    }

    /// <summary>Forgets a reading whose entries are all remembered.</summary>
    public Task FinishAsync(WatchedFeed feed, CancellationToken cancellation) => blobs.DeleteAsync(Name(feed), cancellation);

    private static string Name(WatchedFeed feed) => $"{Prefix}{feed.Id}.json";

    [LoggerMessage(Level = LogLevel.Error, Message = "What was being taken in of feed {Feed} ({Title}) is damaged; entries that the feed shows no more are lost: {Reason}")]
    private partial void LogDamaged(string feed, string title, string reason);
}
