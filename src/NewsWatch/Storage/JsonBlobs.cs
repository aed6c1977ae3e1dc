using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsWatch.Storage;

/// <summary>Records as JSON blobs, changed without losing a concurrent writer's change.</summary>
public static class JsonBlobs
{
    /// <summary>Reads a record; null where there is no such blob.</summary>
    /// <exception cref="DamagedRecordException">The blob is not such a record.</exception>
    public static async Task<T?> ReadJsonAsync<T>(
        this IBlobs blobs, string name, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var blob = await blobs.ReadAsync(name, cancellation);
        return blob is null ? null : Read(name, blob, type);
    }

    /// <summary>Reads a record that is to be changed; null where there is no such blob.</summary>
    /// <exception cref="DamagedRecordException">The blob is not such a record.</exception>
    public static async Task<Seen<T>?> SeeJsonAsync<T>(
        this IBlobs blobs, string name, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
        => await blobs.ReadAsync(name, cancellation) is { } blob && Read(name, blob, type) is { } record ? new(record, blob.Tag) : null;

    /// <summary>
    /// Changes a record as it was seen, and reads it again only where another writer came between, or where <paramref name="change"/> leaves
    /// what was seen as it is.
    /// </summary>
    /// <returns>The record as it stands after the change.</returns>
    public static async Task<T?> UpdateJsonAsync<T>(
        this IBlobs blobs, string name, Seen<T> seen, Func<T?, T?> change, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(seen);
        var after = change(seen.Record);
        return after is not null && !ReferenceEquals(after, seen.Record)
            && await blobs.WriteAsync(name, JsonSerializer.SerializeToUtf8Bytes(after, type), WriteCondition.IfUnchanged(seen.Tag), cancellation) is not null
            ? after
            : await blobs.UpdateJsonAsync(name, change, type, cancellation);
    }

    /// <summary>Reads one record of many; null where there is no such blob, or it is damaged, which is noted.</summary>
    public static async Task<T?> ReadSoundJsonAsync<T>(
        this IBlobs blobs, string name, JsonTypeInfo<T> type, DamagedRecords damaged, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await blobs.ReadJsonAsync(name, type, cancellation);
        }
        catch (DamagedRecordException damage)
        {
            damaged.Note(name, damage.Why);
            return null;
        }
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
    /// <exception cref="DamagedRecordException">The blob is not such a record.</exception>
    public static Task<T?> UpdateJsonAsync<T>(
        this IBlobs blobs, string name, Func<T?, T?> change, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
        => UpdateAsync(blobs, name, change, type, null, cancellation);

    /// <summary>The same of a record that can be made anew: where it is damaged, its bytes are set aside and it is begun from nothing.</summary>
    public static Task<T?> RenewJsonAsync<T>(
        this IBlobs blobs, string name, Func<T?, T?> change, JsonTypeInfo<T> type, DamagedRecords damaged, CancellationToken cancellation)
        where T : class
        => UpdateAsync(blobs, name, change, type, damaged, cancellation);

    private static async Task<T?> UpdateAsync<T>(
        IBlobs blobs, string name, Func<T?, T?> change, JsonTypeInfo<T> type, DamagedRecords? damaged, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var blob = await blobs.ReadAsync(name, cancellation);
            T? before = null;
            try
            {
                before = blob is null ? null : Read(name, blob, type);
            }
            catch (DamagedRecordException damage) when (damaged is not null)
            {
                await damaged.SetAsideAsync(blobs, name, blob!.Content, damage.Why, cancellation);
            }
            var after = change(before);
            if (after is null || ReferenceEquals(before, after))
                return before;
            var condition = blob is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(blob.Tag);
            if (await blobs.WriteAsync(name, JsonSerializer.SerializeToUtf8Bytes(after, type), condition, cancellation) is not null)
                return after;
        }
    }

    private static T? Read<T>(string name, StoredBlob blob, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, type);
        }
        catch (JsonException damage)
        {
            throw new DamagedRecordException(name, damage);
        }
    }
}

/// <summary>A record as it was read.</summary>
/// <param name="Record">The record.</param>
/// <param name="Tag">The tag its blob had.</param>
public sealed record Seen<T>(T Record, string Tag);
