using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NewsWatch.Poison;
using NewsWatch.Storage;
using NewsWatch.Telemetry;
using NewsWatch.Text;

namespace NewsWatch.Delivering;

/// <summary>Reads the messages of one queue for its stage.</summary>
public sealed partial class QueueStage<TMessage>(
    string queue, IStage<TMessage> stage, JsonTypeInfo<TMessage> type, PoisonDesk poison, ILogger<QueueStage<TMessage>> log)
    : IQueueStage
    where TMessage : class
{
    /// <summary>
    /// Deliveries beyond the last one that are still handed to the stage, for a program may have been stopped in the middle of that: what
    /// comes oftener ends whatever works on it, and would for ever.
    /// </summary>
    private const int MostUnended = 2;

    /// <inheritdoc />
    public string Queue => queue;

    /// <inheritdoc />
    public async Task<Exception?> DeliverAsync(string body, int deliveries, CancellationToken cancellation)
    {
        using var span = DeliverySpan.Begin(queue, body, deliveries);
        TMessage? message = null;
        try
        {
            message = Read(body);
            span.About(message);
            if (deliveries + EarlierOf(message) > Pipeline.MaxDeliveries + MostUnended)
            {
                LogUnended(queue, body, deliveries);
                await GiveUpAsync(message, body, $"{deliveries} deliveries, and the last ended with the program that worked on it", cancellation);
                span.End(DeliverySpan.GivenUp);
                return null;
            }
            await stage.HandleAsync(message, deliveries, cancellation);
            span.End(DeliverySpan.Done);
            return null;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            span.End(DeliverySpan.HandedBack);
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception failure) when (message is null || deliveries + EarlierOf(message) >= Pipeline.MaxDeliveries)
        {
            LogGivenUp(failure, queue, body);
            await GiveUpAsync(message, body, CauseOf(failure), cancellation);
            span.End(DeliverySpan.GivenUp, failure);
            return null;
        }
        catch (Exception failure)
        {
            var cause = CauseOf(failure);
            LogAgain(queue, body, deliveries, cause);
            span.End(DeliverySpan.Failed, failure);
            return failure;
        }
    }

    /// <inheritdoc />
    public async Task GiveUpAsync(string body, string cause, CancellationToken cancellation)
    {
        TMessage? message = null;
        try
        {
            message = Read(body);
        }
        catch (UnreadableMessageException unreadable)
        {
            LogUnrecorded(unreadable, queue, body);
        }
        if (!await poison.HasAsync(queue, Anew(message, body), cancellation))
            await GiveUpAsync(message, body, cause, cancellation);
    }

    private async Task GiveUpAsync(TMessage? message, string body, string cause, CancellationToken cancellation)
    {
        try
        {
            if (message is not null)
                await stage.GiveUpAsync(message, cause, cancellation);
        }
        catch (Exception failure) when (failure is not (StorageUnavailableException or OperationCanceledException))
        {
            // The record that would say so may be what is damaged: the message is kept all the same.
            LogUnrecorded(failure, queue, body);
        }
        await poison.KeepAsync(queue, Anew(message, body), cause, cancellation);
    }

    private static int EarlierOf(TMessage message) => message is ISentAgain<TMessage> again ? again.EarlierDeliveries : 0;

    private string Anew(TMessage? message, string body)
        => message is ISentAgain<TMessage> again ? JsonSerializer.Serialize(again.Anew(), type) : body;

    private TMessage Read(string body)
    {
        try
        {
            return JsonQueues.Read(body, type);
        }
        catch (JsonException wrong)
        {
            throw new UnreadableMessageException(queue, wrong);
        }
    }

    /// <summary>What failed, in a line.</summary>
    private static string CauseOf(Exception failure)
    {
        var text = failure.Message.AsSpan();
        return ShownAddress.In($"{failure.GetType().Name}: {text[..(text.IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length)]}");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue}: given up, since delivery {Delivery} finds that none before has ended: {Body}")]
    private partial void LogUnended(string queue, string body, int delivery);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue}: given up: {Body}")]
    private partial void LogGivenUp(Exception failure, string queue, string body);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Queue}: the stage could not record that it gave up: {Body}")]
    private partial void LogUnrecorded(Exception failure, string queue, string body);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Queue}: {Body} failed at delivery {Delivery}, and comes again: {Reason}")]
    private partial void LogAgain(string queue, string body, int delivery, string reason);

    /// <summary>The text is no message of this queue, and never will be.</summary>
    private sealed class UnreadableMessageException(string queue, JsonException wrong)
        : Exception($"The text is no message of queue {queue}: {wrong.Message}", wrong);
}
