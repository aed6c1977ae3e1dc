using System.IO.Compression;
using NewsWatch.Storage;

namespace NewsWatch.Review.Search;

/// <summary>
/// A copy of the index in the store, with the journals' positions in it: an instance that starts anew opens it and reads only what was
/// written since. It is kept in pieces, so that neither who writes nor who reads it ever holds more than one, and named by what is in them:
/// the next copy writes only those that changed. Stored as <c>review-index/{make}/{hash}.gz</c>, and <c>review-index/{make}.json</c>, which
/// names them in order and is written last.
/// </summary>
internal sealed class IndexSnapshot(IBlobs blobs, TimeProvider time)
{
    /// <summary>A copy is worth its writing after so many changes.</summary>
    public const int Changes = 2000;

    private const int PieceBytes = 4 << 20;

    private static readonly TimeSpan NotOftenerThan = TimeSpan.FromMinutes(10);
    private static readonly string Folder = $"review-index/{IndexFile.Make}/";

    private DateTimeOffset last = DateTimeOffset.MinValue;

    /// <summary>The blob that names the pieces of an index of this make.</summary>
    public static string Name => $"review-index/{IndexFile.Make}.json";

    /// <summary>
    /// Puts the copy in the place of a file that is not there yet. Where a piece is missing or damaged, as when another instance writes the
    /// next copy meanwhile, there is none, and the index is built.
    /// </summary>
    public async Task OpenAsync(IndexFile file, CancellationToken cancellation)
    {
        if (file.Exists || await ReadAsync(cancellation) is not { Pieces.Count: > 0 } copy)
            return;
        await using var content = file.Place();
        if (!await TryUnpackAsync(copy, content, cancellation))
            content.SetLength(0);
    }

    /// <summary>Stores a copy where enough has changed since the last; false where none was due.</summary>
    public async Task<bool> TakeAsync(IndexFile file, int changes, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (changes < Changes || now < last + NotOftenerThan)
            return false;
        last = now;
        var before = (await ReadAsync(cancellation))?.Pieces ?? [];
        var pieces = new List<string>();
        await using (var content = file.Copy())
        {
            var piece = new byte[PieceBytes];
            while (await content.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false, cancellation) is > 0 and var length)
            {
                pieces.Add(ArticleId.Hash(piece.AsSpan(0, length)));
                if (!before.Contains(pieces[^1]))
                    await blobs.WriteAsync(NameOf(pieces[^1]), await PackAsync(piece.AsMemory(0, length), cancellation), WriteCondition.Always, cancellation);
            }
        }
        await blobs.WriteAsync(
            Name, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new(pieces), IndexJson.Default.IndexPieces), WriteCondition.Always, cancellation);
        await foreach (var name in blobs.ListAsync(Folder, cancellation))
            if (!pieces.Exists(piece => NameOf(piece) == name))
                await blobs.DeleteAsync(name, cancellation);
        return true;
    }

    private static string NameOf(string piece) => $"{Folder}{piece}.gz";

    private async Task<IndexPieces?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await blobs.ReadJsonAsync(Name, IndexJson.Default.IndexPieces, cancellation);
        }
        catch (DamagedRecordException)
        {
            // It holds nothing that cannot be made again.
            return null;
        }
    }

    private async Task<bool> TryUnpackAsync(IndexPieces copy, Stream content, CancellationToken cancellation)
    {
        try
        {
            foreach (var piece in copy.Pieces)
            {
                if (await blobs.ReadAsync(NameOf(piece), cancellation) is not { } packed)
                    return false;
                await using var unpacked = new GZipStream(new MemoryStream(packed.Content.ToArray()), CompressionMode.Decompress);
                await unpacked.CopyToAsync(content, cancellation);
            }
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> PackAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        using var packed = new MemoryStream();
        await using (var pack = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await pack.WriteAsync(piece, cancellation);
        return packed.ToArray();
    }
}

/// <summary>The pieces of a copy of the index.</summary>
/// <param name="Pieces">Hashes of what is in them, in order; one may stand more than once.</param>
internal sealed record IndexPieces(IReadOnlyList<string> Pieces);
