using System.IO.Compression;
using NewsWatch.Storage;

namespace NewsWatch.Review.Search;

/// <summary>
/// A copy of the index in the store, with the journals' positions in it: an instance that starts anew opens it and reads only what was
/// written since. Stored as <c>review-index/{make}.db.gz</c>.
/// </summary>
internal sealed class IndexSnapshot(IBlobs blobs, TimeProvider time)
{
    /// <summary>A copy is worth its writing after so many changes.</summary>
    public const int Changes = 2000;

    private static readonly TimeSpan NotOftenerThan = TimeSpan.FromMinutes(10);

    private DateTimeOffset last = DateTimeOffset.MinValue;

    /// <summary>The blob of an index of this make.</summary>
    public static string Name => $"review-index/{IndexFile.Make}.db.gz";

    /// <summary>Puts the copy in the place of a file that is not there yet.</summary>
    public async Task OpenAsync(IndexFile file, CancellationToken cancellation)
    {
        if (file.Exists || await blobs.ReadAsync(Name, cancellation) is not { } copy)
            return;
        await using var packed = new MemoryStream(copy.Content.ToArray());
        await using var content = new GZipStream(packed, CompressionMode.Decompress);
        await file.PlaceAsync(content, cancellation);
    }

    /// <summary>Stores a copy where enough has changed since the last; false where none was due.</summary>
    public async Task<bool> TakeAsync(IndexFile file, int changes, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (changes < Changes || now < last + NotOftenerThan)
            return false;
        last = now;
        using var content = new MemoryStream();
        await using (var packed = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
            await packed.WriteAsync(file.Copy(), cancellation);
        await blobs.WriteAsync(Name, content.ToArray(), WriteCondition.Always, cancellation);
        return true;
    }
}
