using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsWatch.Storage;

/// <summary>Records as JSON blobs, changed without losing a concurrent writer's change.</summary>
public static class JsonBlobs
{
    /// <summary>Reads a record; null where there is no such blob.</summary>
    /// <exception cref="JsonException">The blob is not such a record.</exception>
    public static async Task<T?> ReadJsonAsync<T>(
        this IBlobs blobs, string name, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var blob = await blobs.ReadAsync(name, cancellation);
        return blob is null ? null : JsonSerializer.Deserialize(blob.Content.Span, type);
    }

    /// <summary>Writes a record where there is none yet; false where there is one.</summary>
    public static async Task<bool> CreateJsonAsync<T>(
        this IBlobs blobs, string name, T value, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
        => await blobs.WriteAsync(name, JsonSerializer.SerializeToUtf8Bytes(value, type), WriteCondition.IfAbsent, cancellation) is not null;

    /// <summary>
    /// Reads, changes and writes a record until no other writer came between. <paramref name="change"/> gets null where there is no
    /// blob; returning the very record it was given, or null, writes nothing.
    /// </summary>
    /// <returns>The record as it stands after the change.</returns>
    public static async Task<T?> UpdateJsonAsync<T>(
        this IBlobs blobs, string name, Func<T?, T?> change, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var blob = await blobs.ReadAsync(name, cancellation);
            var before = blob is null ? null : JsonSerializer.Deserialize(blob.Content.Span, type);
            var after = change(before);
            if (after is null || ReferenceEquals(before, after))
                return before;
            var condition = blob is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(blob.Tag);
            if (await blobs.WriteAsync(name, JsonSerializer.SerializeToUtf8Bytes(after, type), condition, cancellation) is not null)
                return after;
        }
    }
}
