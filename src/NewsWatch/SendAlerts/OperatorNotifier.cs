using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsWatch.PollFeeds;

namespace NewsWatch.SendAlerts;

/// <summary>The stage behind <see cref="Pipeline.NotifyOperator"/>: tells the operator's channels of a feed's trouble or recovery, once a change.</summary>
public sealed partial class OperatorNotifier(NoticeSender sender, TimeProvider time, ILogger<OperatorNotifier> logger) : IStage<FeedHealthChanged>
{
    /// <inheritdoc/>
    public Task HandleAsync(FeedHealthChanged message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        return sender.TellAsync(Record(message), Compose(message), cancellation);
    }

    /// <inheritdoc/>
    public Task GiveUpAsync(FeedHealthChanged message, string cause, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        LogGivenUp(message.Id, cause);
        return sender.GiveUpAsync(Record(message), cancellation);
    }

    private static string Record(FeedHealthChanged message) => $"alerts/feeds/{message.Id}.json";

    private Notice Compose(FeedHealthChanged message)
    {
        var now = WireName.Of(message.Now).Replace('-', ' ');
        var subject = message.IsRecovery ? $"Feed recovered: {message.Title}" : $"Feed {now}: {message.Title}";
        var before = WireName.Of(message.Before).Replace('-', ' ');
        var since = message.Since.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var reason = message.Reason is { } why ? $"{why}\n" : "";
        return new(message.Id, time.GetUtcNow(), subject, $"{subject}\n{message.Address.AbsoluteUri}\n{now} since {since}, was {before}\n{reason}", message.Address)
        {
            Feed = message,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Change {Change} of a feed could not be told to every channel: {Cause}")]
    private partial void LogGivenUp(string change, string cause);
}
