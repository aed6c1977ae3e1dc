using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsWatch.Storage;

namespace NewsWatch.Articles;

/// <summary>What happened to articles, a blob of lines a day: <c>journal/yyyy/MM/dd.jsonl</c>, in UTC.</summary>
public sealed class Journal(IBlobs blobs)
{
    private const string Prefix = "journal/";
    private const string Day = "yyyy/MM/dd";

    /// <summary>Appends one line to its day.</summary>
    public Task AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var day = entry.At.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture);
        return blobs.AppendLineAsync($"{Prefix}{day}.jsonl", JsonSerializer.Serialize(entry, NewsWatchJson.Default.JournalEntry), cancellation);
    }

    /// <summary>Every line from the day of <paramref name="since"/> on (null: from the first), oldest day first.</summary>
    /// <exception cref="JsonException">A line is not an entry.</exception>
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
        await foreach (var name in blobs.ListAsync(Prefix, cancellation))
            if (name.Length > Prefix.Length + Day.Length
                && DateOnly.TryParseExact(name.AsSpan(Prefix.Length, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
                && on >= first)
                yield return new(name, on);
    }

    /// <summary>Every line of a part, in order.</summary>
    /// <exception cref="JsonException">A line is not an entry.</exception>
    public async Task<IReadOnlyList<JournalEntry>> ReadPartAsync(JournalPart part, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(part);
        var entries = new List<JournalEntry>();
        var lines = (await blobs.ReadAsync(part.Name, cancellation))?.Content ?? default;
        while (lines.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            entries.Add(JsonSerializer.Deserialize(lines.Span[..end], NewsWatchJson.Default.JournalEntry)!);
            lines = lines[(end + 1)..];
        }
        return entries;
    }
}

/// <summary>A blob of the journal.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Day">The day of its lines, in UTC.</param>
public sealed record JournalPart(string Name, DateOnly Day);
