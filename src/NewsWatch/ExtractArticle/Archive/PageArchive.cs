using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NewsWatch.Fetching;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>
/// Pages as fetched. The body is <c>pages/{article}/{hash}.html.gz</c> (<c>.pdf.gz</c> for a PDF): unpacked, it is byte for byte what
/// the server meant. Beside it <c>{hash}.json</c> keeps address, status, headers and time. The body is written first, so a record without
/// one never exists; the same bytes again change nothing.
/// </summary>
public sealed class PageArchive(IBlobs blobs, DamagedRecords damaged, TimeProvider clock)
{
    private const string Prefix = "pages/";
    private const string RecordSuffix = ".json";

    /// <summary>Level 3 of 9: a page takes 6 % more space than at level 6, and 60 % of its time.</summary>
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 3 };

    /// <summary>Keeps a page; where the article already has these bytes, the first record stands and is returned.</summary>
    public async Task<KeptPage> KeepAsync(string article, Uri requested, FetchResult.Fetched page, CancellationToken cancellation)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(page.Body.Span));
        var stem = $"{Prefix}{article}/{digest[..20]}";
        var kept = new KeptPage(
            article, digest, requested, page.Address, page.Status, page.Headers, clock.GetUtcNow(), page.Body.Length,
            stem + (MediaType.IsPdf(page) ? ".pdf.gz" : ".html.gz"));
        await blobs.WriteAsync(kept.Blob, Pack(page.Body.Span), WriteCondition.IfAbsent, cancellation);
        return await blobs.CreateJsonAsync(stem + RecordSuffix, kept, ArchiveJson.Default.KeptPage, cancellation)
            ? kept
            : await blobs.ReadJsonAsync(stem + RecordSuffix, ArchiveJson.Default.KeptPage, cancellation) ?? kept;
    }

    /// <summary>Body of a kept page; null where its blob is gone.</summary>
    /// <exception cref="InvalidDataException">The blob is not the gzip it was written as.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(KeptPage page, CancellationToken cancellation)
    {
        if (await blobs.ReadAsync(page.Blob, cancellation) is not { } blob)
            return null;
        var body = new byte[page.Length];
        await using var gzip = new GZipStream(new MemoryStream(blob.Content.ToArray(), writable: false), CompressionMode.Decompress);
        var read = await gzip.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        return read == body.Length && Convert.ToHexStringLower(SHA256.HashData(body)) == page.Digest
            ? body
            : throw new InvalidDataException($"{page.Blob} is not the page its record describes.");
    }

    /// <summary>What is kept of the page whose body is in a blob; null where there is none.</summary>
    public Task<KeptPage?> FindAsync(string blob, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blob);
        var stem = blob.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? blob[..dot] : blob;
        return blobs.ReadJsonAsync(stem + RecordSuffix, ArchiveJson.Default.KeptPage, cancellation);
    }

    /// <summary>Every kept page, by article; a damaged record is passed over.</summary>
    public async IAsyncEnumerable<KeptPage> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListRecordsAsync(Prefix, damaged, IsOurs, cancellation))
            if (name.EndsWith(RecordSuffix, StringComparison.Ordinal)
                && await blobs.ReadSoundJsonAsync(name, ArchiveJson.Default.KeptPage, damaged, cancellation) is { } page)
                yield return page;
    }

    private static bool IsOurs(string name)
        => name.EndsWith(RecordSuffix, StringComparison.Ordinal) || name.EndsWith(".gz", StringComparison.Ordinal);

    private static byte[] Pack(ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, Compression, leaveOpen: true))
            gzip.Write(body);
        return packed.ToArray();
    }
}
