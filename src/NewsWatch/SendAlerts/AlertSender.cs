using Microsoft.Extensions.Logging;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>The stage: tells each subscribed channel of a development, once.</summary>
public sealed partial class AlertSender(AlertComposer composer, NoticeSender sender, ILogger<AlertSender> logger) : IStage<Development>
{
    /// <inheritdoc/>
    public async Task HandleAsync(Development message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await composer.ComposeAsync(message, cancellation) is { } notice)
            await sender.TellAsync(Record(message), notice, cancellation);
        else
            LogWithdrawn(message.Id);
    }

    /// <inheritdoc/>
    public Task GiveUpAsync(Development message, string cause, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        LogGivenUp(message.Id, cause);
        return sender.GiveUpAsync(Record(message), cancellation);
    }

    private static string Record(Development development) => $"alerts/{development.Id}.json";

    [LoggerMessage(Level = LogLevel.Information, Message = "Development {Development} is told no more: no article stands for it")]
    private partial void LogWithdrawn(string development);

    [LoggerMessage(Level = LogLevel.Error, Message = "Development {Development} could not be told to every channel: {Cause}")]
    private partial void LogGivenUp(string development, string cause);
}
