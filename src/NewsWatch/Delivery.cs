using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch;

/// <summary>One delivery of a message to its stage, the same in every host.</summary>
public static class Delivery
{
    /// <summary>
    /// Reads a message as <see cref="JsonQueues"/> writes it and hands it to its stage, as a span below the one that sent it. Where the last
    /// delivery fails, the stage records that it gave up; the failure is thrown on either way, so that the host delivers again or moves the
    /// message to the poison queue.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <param name="body">The message as it lies in the queue.</param>
    /// <param name="deliveries">This delivery's number, from 1; the last is <see cref="Pipeline.MaxDeliveries"/>.</param>
    /// <param name="cancellation">The host is stopping: neither success nor failure, the message is delivered again.</param>
    /// <exception cref="JsonException">It is no message of this stage: there is nothing to give up.</exception>
    public static async Task RunAsync<TMessage>(
        IStage<TMessage> stage, string body, int deliveries, CancellationToken cancellation)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(stage);
        var queue = Pipeline.QueueOf<TMessage>();
        using var span = DeliverySpan.Begin(queue, body, deliveries);
        try
        {
            var message = JsonQueues.Read(body, (JsonTypeInfo<TMessage>)NewsWatchJson.Default.GetTypeInfo(typeof(TMessage))!);
            span.About(message);
            await RunAsync(stage, message, deliveries, cancellation);
            span.End(DeliverySpan.Done);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            span.End(DeliverySpan.HandedBack);
            throw;
        }
        catch (Exception failure)
        {
            span.End(deliveries >= Pipeline.MaxDeliveries ? DeliverySpan.GivenUp : DeliverySpan.Failed, failure);
            throw;
        }
    }

    /// <summary>Hands a message to its stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="message">The message.</param>
    /// <param name="deliveries">This delivery's number, from 1; the last is <see cref="Pipeline.MaxDeliveries"/>.</param>
    /// <param name="cancellation">The host is stopping: neither success nor failure, the message is delivered again.</param>
    public static async Task RunAsync<TMessage>(
        IStage<TMessage> stage, TMessage message, int deliveries, CancellationToken cancellation)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(stage);
        try
        {
            await stage.HandleAsync(message, cancellation);
        }
        catch (Exception failure) when (deliveries >= Pipeline.MaxDeliveries && !cancellation.IsCancellationRequested)
        {
            await stage.GiveUpAsync(message, CauseOf(failure), cancellation);
            throw;
        }
    }

    /// <summary>What failed, in a line.</summary>
    internal static string CauseOf(Exception failure) => $"{failure.GetType().Name}: {FirstLine(failure.Message)}";

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;
}
