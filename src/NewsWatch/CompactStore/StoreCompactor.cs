using Microsoft.Extensions.Logging;
using NewsWatch.Storage;

namespace NewsWatch.CompactStore;

/// <summary>
/// Packs and drops what old days left: pages move to one WARC file or a few a day, the journal is packed, signatures that nothing looks back to are
/// dropped. Run while the pipeline works.
/// </summary>
public sealed partial class StoreCompactor(IEnumerable<IOldDays> records, TimeProvider time, ILogger<StoreCompactor> log)
{
    /// <summary>How often there is a day more.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Goes once through all that ages. What is cut off goes on where it was the next time.</summary>
    public async Task<IReadOnlyList<Compaction>> CompactAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var done = new List<Compaction>();
        foreach (var old in records)
        {
            var compaction = await old.CompactAsync(today, cancellation);
            if (compaction.Removed > 0)
                LogCompacted(compaction.Prefix, compaction.Removed, compaction.Written);
            done.Add(compaction);
        }
        return done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Compacted {Prefix}: {Removed} blobs gone, {Written} in their place")]
    private partial void LogCompacted(string prefix, int removed, int written);
}
