using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using NewsWatch.Fetching;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>
/// Pages as fetched. The body is <c>pages/{article}/{hash}.html.gz</c> (<c>.pdf.gz</c> for a PDF): unpacked, it is byte for byte what
/// the server meant. Beside it <c>{hash}.json</c> keeps address, status, headers and time. The body is written first, so a record without
/// one never exists; the same bytes again change nothing. Once their day is over for a while, pages move to that day's WARC files.
/// </summary>
public sealed class PageArchive(IBlobs blobs, DamagedRecords damaged, TimeProvider clock)
{
    /// <summary>Where all pages lie.</summary>
    internal const string Prefix = "pages/";

    /// <summary>Days whose pages are kept by themselves, the one under way among them: edits are most often made in this time.</summary>
    internal const int OpenDays = 3;

    private const string RecordSuffix = ".json";

    /// <summary>Of 9: a page takes 6 % more space than at level 6, and 60 % of its time.</summary>
    private const int PackLevel = 3;

    private readonly PackedPages packed = new(blobs, damaged);

    /// <summary>Keeps a page; where the article already has these bytes, the first record stands and is returned.</summary>
    public async Task<KeptPage> KeepAsync(string article, Uri requested, FetchResult.Fetched page, CancellationToken cancellation)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(page.Body.Span));
        var stem = $"{Prefix}{article}/{digest[..20]}";
        var kept = new KeptPage(
            article, digest, requested, page.Address, page.Status, page.Headers, clock.GetUtcNow(), page.Body.Length,
            stem + (MediaType.IsPdf(page) ? ".pdf.gz" : ".html.gz"));
        await blobs.WriteAsync(kept.Blob, Gzip.Pack(page.Body.Span, PackLevel), WriteCondition.IfAbsent, cancellation);
        return await blobs.CreateJsonAsync(stem + RecordSuffix, kept, ArchiveJson.Default.KeptPage, cancellation)
            ? kept
            : await blobs.ReadJsonAsync(stem + RecordSuffix, ArchiveJson.Default.KeptPage, cancellation) ?? kept;
    }

    /// <summary>Body of a kept page; null where its blob is gone.</summary>
    /// <exception cref="InvalidDataException">The blob does not hold what was written.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(KeptPage page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var place = page.Place;
        if (place is null && await blobs.ReadAsync(page.Blob, cancellation) is { } single)
            return Checked(page, Gzip.Unpack(single.Content, page.Length));
        // It is packed, or has been since it was looked for.
        place ??= (await packed.FindAsync(page.Blob, page.Day, page.Day, cancellation))?.Place;
        return place is not null && await packed.ReadAsync(page, place, cancellation) is { } body
            ? Checked(page, body)
            : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>The page that an article's content was read from; null where there is none, or it is kept no more.</summary>
    public async Task<KeptPage?> FindAsync(Article article, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Content is not { Page: { } blob } content)
            return null;
        // The same bytes may have come before they were read last, and lie with the day of the first time; never before they were looked for.
        return await blobs.ReadJsonAsync(RecordOf(blob), ArchiveJson.Default.KeptPage, cancellation)
            ?? await packed.FindAsync(blob, DayOf(article.FoundAt), DayOf(content.ReadAt), cancellation);
    }

    /// <summary>Deletes all that is kept of an article's pages, those of days gone by too.</summary>
    /// <exception cref="InvalidDataException">A file that has one of them is damaged.</exception>
    public async Task RemoveAsync(string article, CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListAsync($"{Prefix}{article}/", cancellation))
            await blobs.DeleteAsync(name, cancellation);
        await packed.RemoveAsync(article, cancellation);
    }

    /// <summary>Names of the records of pages that are kept by themselves.</summary>
    internal IAsyncEnumerable<string> ListSinglesAsync(CancellationToken cancellation)
        => blobs.ListRecordsAsync(Prefix, damaged, IsOurs, cancellation)
            .Where(name => name.EndsWith(RecordSuffix, StringComparison.Ordinal) && !PackedPages.IsIndex(name));

    /// <summary>Every kept page; a damaged record is passed over.</summary>
    public async IAsyncEnumerable<KeptPage> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListRecordsAsync(Prefix, damaged, IsOurs, cancellation))
            if (PackedPages.IsIndex(name))
                foreach (var page in await packed.ReadIndexAsync(name, cancellation))
                    yield return page;
            else if (name.EndsWith(RecordSuffix, StringComparison.Ordinal)
                && await blobs.ReadSoundJsonAsync(name, ArchiveJson.Default.KeptPage, damaged, cancellation) is { } page)
                yield return page;
    }

    /// <summary>Name of the record that is kept beside a body.</summary>
    internal static string RecordOf(string blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        return (blob.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? blob[..dot] : blob) + RecordSuffix;
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private static ReadOnlyMemory<byte> Checked(KeptPage page, ReadOnlyMemory<byte> body)
        => body.Length == page.Length && Convert.ToHexStringLower(SHA256.HashData(body.Span)) == page.Digest
            ? body
            : throw new InvalidDataException($"{page.Place?.File ?? page.Blob} does not hold the page that its record describes.");

    private static bool IsOurs(string name)
        => name.EndsWith(RecordSuffix, StringComparison.Ordinal) || name.EndsWith(".gz", StringComparison.Ordinal);
}
