using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsWatch.Telemetry;

namespace NewsWatch.Storage;

/// <summary>
/// Messages as JSON, each with what joins the sender's trace to the receiver's (<see cref="MessageTrace"/>). Members that a message's type
/// does not have are passed over, so that older and newer versions read each other's.
/// </summary>
public static class JsonQueues
{
    /// <summary>Sends a message, visible at once.</summary>
    public static Task SendJsonAsync<T>(
        this IQueues queues, string queue, T message, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
        => queues.SendJsonAsync(queue, message, type, TimeSpan.Zero, cancellation);

    /// <summary>Sends a message, visible after <paramref name="delay"/>.</summary>
    public static async Task SendJsonAsync<T>(
        this IQueues queues, string queue, T message, JsonTypeInfo<T> type, TimeSpan delay, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(queues);
        using var span = Tracing.Begin(Spans.Send, queue);
        MessageTags.Describe(span, MessageTags.Send, queue);
        MessageTags.About(span, message);
        try
        {
            await queues.SendAsync(queue, Write(message, type, MessageTrace.OfSender(delay)), delay, cancellation);
            if (Instruments.MessagesSent.Enabled)
                Instruments.MessagesSent.Add(1, MessageTags.Of(MessageTags.Send, queue));
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            throw;
        }
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is no such message.</exception>
    public static T Read<T>(string body, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The message is null.");

    private static string Write<T>(T message, JsonTypeInfo<T> type, MessageTrace trace)
    {
        if (trace.IsEmpty)
            return JsonSerializer.Serialize(message, type);
        var json = JsonSerializer.SerializeToNode(message, type)!.AsObject();
        trace.AddTo(json);
        return json.ToJsonString();
    }
}
