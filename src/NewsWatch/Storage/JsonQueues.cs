using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsWatch.Storage;

/// <summary>Messages as JSON.</summary>
public static class JsonQueues
{
    /// <summary>Sends a message, visible at once.</summary>
    public static Task SendJsonAsync<T>(
        this IQueues queues, string queue, T message, JsonTypeInfo<T> type, CancellationToken cancellation)
        => queues.SendAsync(queue, JsonSerializer.Serialize(message, type), TimeSpan.Zero, cancellation);
}
