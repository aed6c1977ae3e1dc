namespace NewsWatch.Storage;

/// <summary>Records that take less room, or are wanted no more, once their days are over.</summary>
public interface IOldDays
{
    /// <summary>
    /// Packs or drops what is old enough. It may be cut off anywhere and run again, by two processes at once and beside the pipeline: nothing
    /// that is read anywhere is lost, and what was not done is done next time.
    /// </summary>
    /// <param name="today">The day that is under way, in UTC.</param>
    /// <param name="cancellation">Stops between blobs.</param>
    Task<Compaction> CompactAsync(DateOnly today, CancellationToken cancellation);
}

/// <summary>What a compaction did.</summary>
/// <param name="Prefix">Where the blobs lie, as <c>pages/</c>.</param>
/// <param name="Removed">Blobs that are there no more.</param>
/// <param name="Written">Blobs that hold instead what they held.</param>
public sealed record Compaction(string Prefix, int Removed, int Written);
