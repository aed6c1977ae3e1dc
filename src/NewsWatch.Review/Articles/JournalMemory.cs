using System.Collections.Concurrent;

namespace NewsWatch.Review.Articles;

/// <summary>
/// The journal's lines that the list is made of. A line is appended to the day it tells of, so that a day that is over does not change:
/// it is read once and kept, as far as there is room; today and yesterday are read each time.
/// </summary>
internal sealed class JournalMemory(Journal journal, TimeProvider time)
{
    /// <summary>Most lines kept; a line takes about a kilobyte.</summary>
    public const int Room = 200_000;

    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<string, IReadOnlyList<JournalEntry>> kept = new(StringComparer.Ordinal);
    private int lines;

    /// <summary>Outcomes and decisions from a day on, oldest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        var parts = new List<JournalPart>();
        await foreach (var part in journal.ListAsync(since, cancellation))
            parts.Add(part);
        var over = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        var read = new IReadOnlyList<JournalEntry>[parts.Count];
        var bound = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, parts.Count, bound, async (index, stop) => read[index] = await ReadAsync(parts[index], over, stop));
        return [.. read.SelectMany(entries => entries)];
    }

    private async Task<IReadOnlyList<JournalEntry>> ReadAsync(JournalPart part, DateOnly over, CancellationToken cancellation)
    {
        if (kept.TryGetValue(part.Name, out var known))
            return known;
        var entries = await journal.ReadPartAsync(part, cancellation);
        JournalEntry[] told = [.. entries.Where(entry => entry.Kind is JournalKind.Outcome or JournalKind.Decision)];
        if (part.Day < over && lines + told.Length <= Room && kept.TryAdd(part.Name, told))
            Interlocked.Add(ref lines, told.Length);
        return told;
    }
}
