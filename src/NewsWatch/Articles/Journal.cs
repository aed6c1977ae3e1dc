using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Articles;

/// <summary>What happened to articles, a blob of lines a day: <c>journal/yyyy/MM/dd.jsonl</c>, in UTC.</summary>
public sealed class Journal(IBlobs blobs, DamagedRecords damaged)
{
    private const string Prefix = "journal/";
    private const string Day = "yyyy/MM/dd";
    private const string Suffix = ".jsonl";

    /// <summary>Appends one line to its day.</summary>
    public async Task AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var day = entry.At.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture);
        await blobs.AppendLineAsync($"{Prefix}{day}{Suffix}", JsonSerializer.Serialize(entry, NewsWatchJson.Default.JournalEntry), cancellation);
        if (entry.Kind == JournalKind.Outcome)
            Instruments.EntriesEnded.Count(1, Attributes.EntryState, WireName.Of(entry.State));
    }

    /// <summary>Every line from the day of <paramref name="since"/> on (null: from the first), oldest day first.</summary>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var part in ListAsync(since, cancellation))
            foreach (var entry in await ReadPartAsync(part, cancellation))
                yield return entry;
    }

    /// <summary>The journal's parts from the day of <paramref name="since"/> on (null: from the first), oldest first; a day may have several.</summary>
    public async IAsyncEnumerable<JournalPart> ListAsync(
        DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = since is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : DateOnly.MinValue;
        await foreach (var name in blobs.ListRecordsAsync(Prefix, damaged, IsPart, cancellation))
            if (DayOf(name) is { } on && on >= first)
                yield return new(name, on);
    }

    /// <summary>
    /// The parts of the days from <paramref name="first"/> to <paramref name="last"/>, oldest first: by months, so that a store with many
    /// years of days is not listed whole.
    /// </summary>
    public async IAsyncEnumerable<JournalPart> ListAsync(
        DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            await foreach (var name in blobs.ListRecordsAsync(
                month.ToString($"'{Prefix}'yyyy/MM/", CultureInfo.InvariantCulture), damaged, IsPart, cancellation))
                if (DayOf(name) is { } on && on >= first && on <= last)
                    yield return new(name, on);
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
        var lines = await blobs.ReadFromAsync(part.Name, start, cancellation) ?? default;
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

    /// <summary>A day's first part, or a further one that the store has numbered.</summary>
    private static bool IsPart(string name)
        => name.Length >= Prefix.Length + Day.Length + Suffix.Length
            && name.AsSpan(Prefix.Length + Day.Length) is var rest && rest.StartsWith(Suffix, StringComparison.Ordinal)
            && (rest.Length == Suffix.Length || (rest[Suffix.Length] == '.' && !rest[(Suffix.Length + 1)..].ContainsAnyExceptInRange('0', '9')));

    private static DateOnly? DayOf(string name)
        => name.Length > Prefix.Length + Day.Length
            && DateOnly.TryParseExact(name.AsSpan(Prefix.Length, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? on
            : null;
}

/// <summary>The end of a part of the journal.</summary>
/// <param name="Entries">Its lines, in order.</param>
/// <param name="Position">Bytes of the part that are read with them; a line that is not ended does not count.</param>
public sealed record JournalTail(IReadOnlyList<JournalEntry> Entries, long Position)
{
    /// <summary>Where the lines that were passed over are, and what is wrong with each.</summary>
    public IReadOnlyList<(string Line, string Why)> Damaged { get; init; } = [];
}

/// <summary>A blob of the journal.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Day">The day of its lines, in UTC.</param>
public sealed record JournalPart(string Name, DateOnly Day);
