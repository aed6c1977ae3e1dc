using System.Collections.Concurrent;

namespace NewsWatch.Review.Accuracy;

/// <summary>Every decided reading. An article is read again only when it was decided on since.</summary>
internal sealed class DecidedReadings(JournalDigest journal, ArticleStore articles)
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<string, (int Times, IReadOnlyList<DecidedReading> Readings)> kept = new(StringComparer.Ordinal);

    /// <summary>Reads them, in no order.</summary>
    public async Task<IReadOnlyList<DecidedReading>> ReadAsync(CancellationToken cancellation)
    {
        var decided = (await journal.ReadAsync(cancellation)).Decided;
        var due = decided.Where(pair => !kept.TryGetValue(pair.Key, out var known) || known.Times != pair.Value);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (pair, stop) =>
            kept[pair.Key] = (pair.Value, await articles.ReadAsync(pair.Key, stop) is { } article ? DecidedReading.Of(article) : []));
        return [.. decided.Keys.SelectMany(id => kept[id].Readings)];
    }
}
