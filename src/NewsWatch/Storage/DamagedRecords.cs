using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NewsWatch.Storage;

/// <summary>
/// Records that this process found damaged, each told once. What reads many records passes over such a one, so that it keeps nothing else from being
/// read; what can be made anew is, after the damaged bytes are set aside as <c>damaged/{name}</c>.
/// </summary>
public sealed partial class DamagedRecords(ILogger<DamagedRecords> log)
{
    private readonly ConcurrentDictionary<string, string> found = new(StringComparer.Ordinal);

    /// <summary>Where the records are, in ordinal order, and what is wrong with each.</summary>
    public IReadOnlyList<(string Name, string Why)> All
        => [.. found.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>Notes a damaged record.</summary>
    /// <param name="name">Its blob, and where in it if it is one of many.</param>
    /// <param name="why">What is wrong.</param>
    public void Note(string name, string why)
    {
        if (found.TryAdd(name, why))
            LogDamaged(name, why);
    }

    /// <summary>Notes a damaged record and keeps its bytes, for whoever is about to write it anew.</summary>
    public async Task SetAsideAsync(IBlobs blobs, string name, ReadOnlyMemory<byte> content, string why, CancellationToken cancellation)
    {
        Note(name, why);
        await blobs.WriteAsync($"damaged/{name}", content, WriteCondition.Always, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Blob} is damaged and passed over: {Reason}")]
    private partial void LogDamaged(string blob, string reason);
}
