using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NewsWatch.Storage;

/// <summary>What happened to articles, a blob of lines a day: <c>journal/yyyy/MM/dd.jsonl</c>, in UTC.</summary>
public sealed class Journal(IBlobs blobs)
{
    private const string Prefix = "journal/";

    /// <summary>Appends one line to its day.</summary>
    public Task AppendAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var day = entry.At.UtcDateTime.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
        return blobs.AppendLineAsync($"{Prefix}{day}.jsonl", JsonSerializer.Serialize(entry, NewsWatchJson.Default.JournalEntry), cancellation);
    }

    /// <summary>Every line from the day of <paramref name="since"/> on (null: from the first), oldest day first.</summary>
    /// <exception cref="JsonException">A line is not an entry.</exception>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = since is { } day ? Prefix + day.UtcDateTime.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture) : Prefix;
        await foreach (var name in blobs.ListAsync(Prefix, cancellation))
        {
            if (string.CompareOrdinal(name, first) < 0 || await blobs.ReadAsync(name, cancellation) is not { } blob)
                continue;
            var lines = blob.Content;
            while (lines.Span.IndexOf((byte)'\n') is >= 0 and var end)
            {
                yield return JsonSerializer.Deserialize(lines.Span[..end], NewsWatchJson.Default.JournalEntry)!;
                lines = lines[(end + 1)..];
            }
        }
    }
}
