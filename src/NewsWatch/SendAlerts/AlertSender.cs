using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsWatch.Notices;
using NewsWatch.NotifyOperator;
using NewsWatch.Poison;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>
/// The stage: tells each subscribed channel of a development, once, now or later as it asked; and takes back what does not stand, where it
/// was told. A message whose recipients could not all be told comes again when their time is, and is poison after the last try.
/// </summary>
public sealed partial class AlertSender : IStage<Development>
{
    // A digest or a message under way is waited for before what it tells is taken back.
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(5);

    // Longer than any channel may take: a worker that was killed does not come back to it.
    private static readonly TimeSpan CutShort = TimeSpan.FromMinutes(3);

    private readonly DevelopmentConfirmer confirmer;
    private readonly AlertComposer composer;
    private readonly OutgoingStore outgoing;
    private readonly AlertPlans plans;
    private readonly NoticeSender sender;
    private readonly OperatorDesk desk;
    private readonly AlertLag lag;
    private readonly IQueues queues;
    private readonly PoisonDesk poison;
    private readonly TimeProvider time;
    private readonly ILogger<AlertSender> logger;

    internal AlertSender(
        DevelopmentConfirmer confirmer,
        AlertComposer composer,
        OutgoingStore outgoing,
        AlertPlans plans,
        NoticeSender sender,
        OperatorDesk desk,
        AlertLag lag,
        IQueues queues,
        PoisonDesk poison,
        TimeProvider time,
        ILogger<AlertSender> logger)
    {
        this.confirmer = confirmer;
        this.composer = composer;
        this.outgoing = outgoing;
        this.plans = plans;
        this.sender = sender;
        this.desk = desk;
        this.lag = lag;
        this.queues = queues;
        this.poison = poison;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Blob of what was told of a development.</summary>
    public static string Record(string development) => $"alerts/{development}.json";

    /// <inheritdoc/>
    public async Task HandleAsync(Development message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Kind != DevelopmentKind.Correction && !await confirmer.MayTellAsync(message, cancellation))
        {
            LogDoubted(message.Id);
            return;
        }
        if (await composer.ComposeAsync(message, cancellation) is not { } alert)
        {
            LogWithdrawn(message.Id);
            await sender.UpdateAsync(Record(message.Id), DeliveryChanges.Withdraw, cancellation);
            return;
        }
        if (message.Kind == DevelopmentKind.Correction && !await IsSettledAsync(message.Corrects, cancellation))
        {
            await SendAsync(message, UnderWay, cancellation);
            return;
        }
        await TellAsync(message, alert, cancellation);
    }

    /// <inheritdoc/>
    public async Task GiveUpAsync(Development message, string cause, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        LogGivenUp(message.Id, cause);
        await sender.UpdateAsync(Record(message.Id), DeliveryChanges.GiveUp, cancellation);
    }

    private async Task TellAsync(Development message, Alert alert, CancellationToken cancellation)
    {
        var record = Record(message.Id);
        var notice = AlertNotices.Of(alert);
        IReadOnlyList<Recipient> recipients;
        if (message.Kind == DevelopmentKind.Correction)
        {
            if (message.Corrects is not { } told || await sender.ReadAsync(Record(told), cancellation) is not { } corrected)
            {
                LogNothingToCorrect(message.Id);
                return;
            }
            await outgoing.AddAsync(alert, cancellation);
            notice = notice with { Answers = Answers(corrected) };
            recipients = await plans.OfCorrectionAsync(message, alert, notice, corrected, cancellation);
        }
        else
        {
            if (await outgoing.AddAsync(alert, cancellation))
                await lag.MeasureAsync(message, [AlertLag.Feeds], cancellation);
            recipients = await plans.OfNewsAsync(message, alert, notice, cancellation);
        }
        await FinishAsync(message, await sender.TellAsync(record, notice, recipients, cancellation), cancellation);
    }

    private async Task FinishAsync(Development message, NoticeResult result, CancellationToken cancellation)
    {
        string[] told = [.. result.Ended.Where(ended => ended.State == DeliveryState.Sent).Select(ended => sender.KindOf(ended.Channel))];
        await lag.MeasureAsync(message, told, cancellation);
        foreach (var ended in result.Ended.Where(ended => ended.State is DeliveryState.Refused or DeliveryState.GivenUp))
            await desk.RaiseAsync(ChannelMatters.Of(ended), cancellation);
        if (result.Next is { } wait)
            await SendAsync(message, wait, cancellation);
        else if (result.Ended.Count > 0
            && result.Record.Deliveries.FirstOrDefault(delivery => delivery is { State: DeliveryState.GivenUp, Within: null }) is { } untold)
            await poison.KeepAsync(
                Pipeline.SendAlerts,
                JsonSerializer.Serialize(message, NewsWatchJson.Default.Development),
                ChannelMatters.CauseOf(untold),
                cancellation);
    }

    /// <summary>True where nobody is just being told what is to be taken back; what waits to be told is told no more.</summary>
    private async Task<bool> IsSettledAsync(string? development, CancellationToken cancellation)
    {
        if (development is null)
            return true;
        await confirmer.DropAsync(development, cancellation);
        if (!await plans.TryRemoveAsync(development, cancellation))
            return false;
        var after = await sender.UpdateAsync(Record(development), DeliveryChanges.Withdraw, cancellation);
        return after?.Deliveries.Any(delivery => delivery.State == DeliveryState.Sending
            && delivery.At > time.GetUtcNow() - CutShort) != true;
    }

    private static IReadOnlyList<string> Answers(NoticeRecord corrected)
        => [.. corrected.Deliveries.Select(delivery => delivery.Within).OfType<string>().Append(corrected.Notice.Id)
            .Distinct(StringComparer.Ordinal)];

    private Task SendAsync(Development message, TimeSpan delay, CancellationToken cancellation)
        => queues.SendJsonAsync(Pipeline.SendAlerts, message, NewsWatchJson.Default.Development, delay, cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Development {Development} is told no more: no article stands for it")]
    private partial void LogWithdrawn(string development);

    [LoggerMessage(Level = LogLevel.Information, Message = "Development {Development} waits for an analyst: the second reader doubts it")]
    private partial void LogDoubted(string development);

    [LoggerMessage(Level = LogLevel.Information, Message = "Correction {Development} has nothing to take back: nobody was told")]
    private partial void LogNothingToCorrect(string development);

    [LoggerMessage(Level = LogLevel.Error, Message = "Development {Development} could not be told: {Reason}")]
    private partial void LogGivenUp(string development, string reason);
}
