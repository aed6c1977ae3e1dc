using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds;

namespace NewsWatch.NotifyOperator;

/// <summary>The stage behind <see cref="Pipeline.NotifyOperator"/>: takes down a feed's trouble or recovery.</summary>
public sealed partial class OperatorNotifier(OperatorDesk desk, TimeProvider time, ILogger<OperatorNotifier> logger)
    : IStage<FeedHealthChanged>
{
    /// <inheritdoc/>
    public async Task HandleAsync(FeedHealthChanged message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        // A feed that has recovered before anyone was told is not worth two messages.
        var isUntold = await desk.DropAsync(
            matter => matter.Key == message.Title && matter.Cause.StartsWith(OperatorCauses.Feeds, StringComparison.Ordinal), cancellation);
        if (!(isUntold && message.IsRecovery))
            await desk.RaiseAsync(Matter(message), cancellation);
    }

    /// <inheritdoc/>
    public Task GiveUpAsync(FeedHealthChanged message, string cause, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        LogGivenUp(message.Feed, cause);
        return Task.CompletedTask;
    }

    private OperatorMatter Matter(FeedHealthChanged change)
    {
        var now = WireName.Of(change.Now);
        var before = WireName.Of(change.Before).Replace('-', ' ');
        var since = change.Since.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var why = change.Reason is { } reason ? $": {reason}" : "";
        return new(
            change.IsRecovery ? OperatorCauses.FeedsRecovered : OperatorCauses.Feeds + now,
            change.Title,
            $"{change.Title} ({change.Address.AbsoluteUri}) is {now.Replace('-', ' ')} since {since}, was {before}{why}",
            time.GetUtcNow())
        {
            Link = change.Address,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A change of feed {Feed} could not be taken down for the operator: {Reason}")]
    private partial void LogGivenUp(string feed, string reason);
}
