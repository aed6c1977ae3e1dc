using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>
/// Pages of days gone by: <c>pages/yyyy/MM/dd/{hash}.warc.gz</c>, WARC 1.1 files that any reader of web archives opens, and beside each
/// <c>{hash}.json</c>, which tells where in it every page is. A day has as many as its pages fill.
/// </summary>
internal sealed class PackedPages(IBlobs blobs, DamagedRecords damaged)
{
    public const string FileSuffix = ".warc.gz";

    private const string IndexSuffix = ".json";

    /// <summary>Writes the file, then its index, without which it is not read.</summary>
    public async Task WriteAsync(PagePack pack, CancellationToken cancellation)
    {
        var (name, file, index) = pack.Build();
        await blobs.WriteAsync(name, file, WriteCondition.Always, cancellation);
        await blobs.WriteAsync(
            name[..^FileSuffix.Length] + IndexSuffix,
            JsonSerializer.SerializeToUtf8Bytes(index, ArchiveJson.Default.IReadOnlyListKeptPage),
            WriteCondition.Always,
            cancellation);
    }

    /// <summary>
    /// The page that was kept as <paramref name="blob"/>, of the latest day from <paramref name="last"/> on back to <paramref name="first"/>;
    /// null where there is none.
    /// </summary>
    public async Task<KeptPage?> FindAsync(string blob, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        for (var day = last; day >= first; day = day.AddDays(-1))
            await foreach (var page in ListAsync(FolderOf(day), cancellation))
                if (page.Blob == blob)
                    return page;
        return null;
    }

    /// <summary>The pages whose indexes lie below a prefix.</summary>
    public async IAsyncEnumerable<KeptPage> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListRecordsAsync(prefix, damaged, IsOurs, cancellation))
            if (IsIndex(name))
                foreach (var page in await ReadIndexAsync(name, cancellation))
                    yield return page;
    }

    /// <summary>The pages of an index; none where it is damaged, which is noted.</summary>
    public async Task<IReadOnlyList<KeptPage>> ReadIndexAsync(string name, CancellationToken cancellation)
        => await blobs.ReadSoundJsonAsync(name, ArchiveJson.Default.IReadOnlyListKeptPage, damaged, cancellation) ?? [];

    /// <summary>A page's body; null where its file is gone.</summary>
    /// <exception cref="InvalidDataException">The file is not what its index describes.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(KeptPage page, PagePlace place, CancellationToken cancellation)
    {
        if (await blobs.ReadRangeAsync(place.File, place.Start, place.Length, cancellation) is not { } member)
            return null;
        var record = Gzip.Unpack(member, place.Head + page.Length);
        return record[Math.Min(place.Head, record.Length)..];
    }

    /// <summary>Writes anew, without an article's pages, the files that have some. The old ones go last: cut off, it is to be done again.</summary>
    /// <exception cref="InvalidDataException">Such a file is damaged.</exception>
    public async Task RemoveAsync(string article, CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListAsync(PageArchive.Prefix, cancellation).Where(IsIndex))
        {
            var index = await ReadIndexAsync(name, cancellation);
            if (index.All(page => page.Article != article))
                continue;
            var rest = new PagePack(name[..(name.LastIndexOf('/') + 1)]);
            foreach (var page in index.Where(page => page.Article != article))
                if (page.Place is { } place && await ReadAsync(page, place, cancellation) is { } body)
                    rest.Add(page with { Place = null }, body);
            if (!rest.IsEmpty)
                await WriteAsync(rest, cancellation);
            await blobs.DeleteAsync(name, cancellation);
            await blobs.DeleteAsync(name[..^IndexSuffix.Length] + FileSuffix, cancellation);
        }
    }

    /// <summary>Where a day's files lie.</summary>
    public static string FolderOf(DateOnly day) => day.ToString($"'{PageArchive.Prefix}'yyyy/MM/dd/", CultureInfo.InvariantCulture);

    /// <summary>Whether a blob is an index, not a page that is kept by itself, and not a file.</summary>
    public static bool IsIndex(string name) => IsPacked(name) && name.EndsWith(IndexSuffix, StringComparison.Ordinal);

    private static bool IsOurs(string name)
        => IsPacked(name) && (name.EndsWith(IndexSuffix, StringComparison.Ordinal) || name.EndsWith(FileSuffix, StringComparison.Ordinal));

    /// <summary>They lie two folders deeper than a page by itself.</summary>
    private static bool IsPacked(string name) => name.AsSpan().Count('/') == 4;
}
