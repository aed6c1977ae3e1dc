using Microsoft.Extensions.Logging;

namespace NewsWatch.PollFeeds;

/// <summary>
/// The stage behind the queue: polls the feeds of a message that are still due and that nobody else has claimed. What the time does not
/// suffice for stays due, and so does all of a message that is given up.
/// </summary>
internal sealed partial class FeedBatchPoller(FeedPoller poller, ILogger<FeedBatchPoller> log) : IStage<FeedsDue>
{
    /// <inheritdoc/>
    public Task HandleAsync(FeedsDue message, CancellationToken cancellation) => poller.PollAsync(message, cancellation);

    /// <inheritdoc/>
    public Task GiveUpAsync(FeedsDue message, string cause, CancellationToken cancellation)
    {
        LogGivenUp(message.Feeds.Count, cause);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Listed} feeds is given up, they fall due again by themselves: {Reason}")]
    private partial void LogGivenUp(int listed, string reason);
}
