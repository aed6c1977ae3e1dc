namespace NewsWatch.Review.Articles;

/// <summary>The list of articles, read from the journal: of each article the last outcome and the last decision count.</summary>
internal sealed class ArticleIndex(JournalMemory journal, TimeProvider time)
{
    /// <summary>Articles with an outcome in the last <paramref name="days"/> days, the latest first.</summary>
    public async Task<IReadOnlyList<ArticleRow>> ReadAsync(int days, CancellationToken cancellation)
    {
        var outcomes = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        var decisions = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        foreach (var entry in await journal.ReadAsync(time.GetUtcNow().AddDays(-days), cancellation))
        {
            var last = entry.Kind switch
            {
                JournalKind.Outcome => outcomes,
                JournalKind.Decision => decisions,
                _ => null,
            };
            last?[entry.Article] = entry;
        }
        return [.. outcomes.Values
            .Select(outcome => new ArticleRow(outcome, decisions.GetValueOrDefault(outcome.Article)))
            .OrderByDescending(row => row.Outcome.At)
            .ThenBy(row => row.Outcome.Article, StringComparer.Ordinal)];
    }
}
