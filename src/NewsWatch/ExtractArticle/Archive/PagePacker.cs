using System.Collections.Concurrent;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>
/// Moves the pages of days gone by into their days' WARC files. A page is deleted where it was kept by itself only once a file and its index
/// have it; what lies in both after a run that was cut off is read from either, and deleted by the next.
/// </summary>
internal sealed class PagePacker(PageArchive archive, IBlobs blobs, DamagedRecords damaged) : IOldDays
{
    /// <summary>Most bytes of pages, not packed, in one file: they are held in memory while it is made.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private const int AtOnce = 8;

    private readonly PackedPages packed = new(blobs, damaged);

    public async Task<Compaction> CompactAsync(DateOnly today, CancellationToken cancellation)
    {
        var first = today.AddDays(1 - PageArchive.OpenDays);
        var old = new ConcurrentBag<(DateOnly Day, string Record)>();
        await Parallel.ForEachAsync(archive.ListSinglesAsync(cancellation), Concurrently(cancellation), async (record, stop) =>
        {
            if (await ReadRecordAsync(record, stop) is { } page && page.Day < first)
                old.Add((page.Day, record));
        });
        var done = new Compaction(PageArchive.Prefix, 0, 0);
        foreach (var day in old.GroupBy(one => one.Day).OrderBy(day => day.Key))
        {
            var (removed, written) = await PackAsync(day.Key, [.. day.Select(one => one.Record).Order(StringComparer.Ordinal)], cancellation);
            done = done with { Removed = done.Removed + removed, Written = done.Written + written };
        }
        return done;
    }

    private async Task<(int Removed, int Written)> PackAsync(DateOnly day, IReadOnlyList<string> records, CancellationToken cancellation)
    {
        var (removed, written) = (0, 0);
        var there = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in packed.ListAsync(PackedPages.FolderOf(day), cancellation))
            there.Add(page.Blob);
        var pack = new PagePack(PackedPages.FolderOf(day));
        foreach (var record in records)
        {
            if (await ReadRecordAsync(record, cancellation) is not { } page)
                continue;
            if (there.Contains(page.Blob))
                removed += await DeleteAsync([page], cancellation);
            else if (await ReadSoundAsync(page, cancellation) is { } body)
                pack.Add(page, body);
            if (pack.Length >= MostBytes)
                await FinishAsync();
        }
        await FinishAsync();
        return (removed, written);

        async Task FinishAsync()
        {
            if (pack.IsEmpty)
                return;
            await packed.WriteAsync(pack, cancellation);
            written += 2;
            removed += await DeleteAsync(pack.Pages, cancellation);
            pack = new(PackedPages.FolderOf(day));
        }
    }

    /// <summary>The body goes first: a record without one leads to the file all the same, a body without a record to nothing.</summary>
    private async Task<int> DeleteAsync(IEnumerable<KeptPage> pages, CancellationToken cancellation)
    {
        var removed = 0;
        await Parallel.ForEachAsync(pages, Concurrently(cancellation), async (page, stop) =>
        {
            if (await blobs.DeleteAsync(page.Blob, stop))
                Interlocked.Increment(ref removed);
            if (await blobs.DeleteAsync(PageArchive.RecordOf(page.Blob), stop))
                Interlocked.Increment(ref removed);
        });
        return removed;
    }

    /// <summary>The body; null where it is gone or damaged, which stays as it is.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadSoundAsync(KeptPage page, CancellationToken cancellation)
    {
        try
        {
            return await archive.ReadAsync(page, cancellation);
        }
        catch (InvalidDataException damage)
        {
            damaged.Note(page.Blob, damage.Message);
            return null;
        }
    }

    private Task<KeptPage?> ReadRecordAsync(string record, CancellationToken cancellation)
        => blobs.ReadSoundJsonAsync(record, ArchiveJson.Default.KeptPage, damaged, cancellation);

    private static ParallelOptions Concurrently(CancellationToken cancellation)
        => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
