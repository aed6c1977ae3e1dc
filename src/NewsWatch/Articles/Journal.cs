using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Articles;

/// <summary>What happened to articles, a blob of lines a day, in UTC: <c>journal/yyyy/MM/dd.jsonl</c>, of days gone by packed.</summary>
public sealed class Journal(IBlobs blobs, DamagedRecords damaged) : IOldDays
{
    /// <summary>Clocks may be a day apart, and what follows the journal looks a day back.</summary>
    private const int OpenDays = 3;

    private readonly JournalFiles files = new(blobs, damaged);

    /// <summary>Appends one line to its day.</summary>
    public async Task AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await files.AppendAsync(entry.At, JsonSerializer.Serialize(entry, NewsWatchJson.Default.JournalEntry), cancellation);
        if (entry.Kind == JournalKind.Outcome)
            Instruments.EntriesEnded.Count(1, Attributes.EntryState, WireName.Of(entry.State));
    }

    /// <summary>Packs the days before the last three: to a seventh of their size.</summary>
    public Task<Compaction> CompactAsync(DateOnly today, CancellationToken cancellation)
        => files.PackAsync(today.AddDays(1 - OpenDays), cancellation);

    /// <summary>Every line from the day of <paramref name="since"/> on (null: from the first), oldest day first.</summary>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var part in ListAsync(since, cancellation))
            foreach (var entry in await ReadPartAsync(part, cancellation))
                yield return entry;
    }

    /// <summary>The journal's parts from the day of <paramref name="since"/> on (null: from the first), oldest first; a day may have several.</summary>
    public IAsyncEnumerable<JournalPart> ListAsync(DateTimeOffset? since, CancellationToken cancellation)
        => files.ListAsync(
            JournalFiles.Prefix, since is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : DateOnly.MinValue, DateOnly.MaxValue, cancellation);

    /// <summary>
    /// The parts of the days from <paramref name="first"/> to <paramref name="last"/>, oldest first: by months, so that a store with many
    /// years of days is not listed whole.
    /// </summary>
    public async IAsyncEnumerable<JournalPart> ListAsync(
        DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            await foreach (var part in files.ListAsync(
                month.ToString($"'{JournalFiles.Prefix}'yyyy/MM/", CultureInfo.InvariantCulture), first, last, cancellation))
                yield return part;
    }

    /// <summary>
    /// The lines of a part after its first <paramref name="start"/> bytes, in order, and how many bytes of it are read then. A damaged line is passed
    /// over.
    /// </summary>
    public async Task<JournalTail> ReadTailAsync(JournalPart part, long start, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var entries = new List<JournalEntry>();
        var faults = new List<(string Line, string Why)>();
        ReadOnlyMemory<byte> lines;
        try
        {
            lines = await files.ReadAsync(part, start, cancellation);
        }
        catch (DamagedRecordException damage)
        {
            damaged.Note(damage.Name, damage.Why);
            return new([], start) { Damaged = [(damage.Name, damage.Why)] };
        }
        while (lines.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize(lines.Span[..end], NewsWatchJson.Default.JournalEntry)!);
            }
            catch (JsonException damage)
            {
                faults.Add((string.Create(CultureInfo.InvariantCulture, $"{part.Name} at byte {start}"), damage.Message));
                damaged.Note(faults[^1].Line, faults[^1].Why);
            }
            lines = lines[(end + 1)..];
            start += end + 1;
        }
        return new(entries, start) { Damaged = faults };
    }

    /// <summary>Every line of a part, in order.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadPartAsync(JournalPart part, CancellationToken cancellation)
        => (await ReadTailAsync(part, 0, cancellation)).Entries;
}

/// <summary>The end of a part of the journal.</summary>
/// <param name="Entries">Its lines, in order.</param>
/// <param name="Position">Bytes of the part that are read with them; a line that is not ended does not count.</param>
public sealed record JournalTail(IReadOnlyList<JournalEntry> Entries, long Position)
{
    /// <summary>Where the lines that were passed over are, and what is wrong with each.</summary>
    public IReadOnlyList<(string Line, string Why)> Damaged { get; init; } = [];
}

/// <summary>Lines of the journal that stand in one blob, or did before they were packed.</summary>
/// <param name="Name">The blob's name before.</param>
/// <param name="Day">The day of its lines, in UTC.</param>
public sealed record JournalPart(string Name, DateOnly Day)
{
    /// <summary>There are lines of it that are not packed.</summary>
    internal bool IsOpen { get; init; } = true;

    /// <summary>There are lines of it that are packed.</summary>
    internal bool IsPacked { get; init; }
}
