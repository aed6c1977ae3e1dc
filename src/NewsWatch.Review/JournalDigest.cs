namespace NewsWatch.Review;

/// <summary>
/// What the journal comes to: where each article has ended, and how often each was decided on. Days that are over do not change, so they are
/// read once and folded into what is kept; today and yesterday are read each time.
/// </summary>
internal sealed class JournalDigest(Journal journal, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Fold over = new(null);
    private DateOnly next = DateOnly.MinValue;

    /// <summary>Reads it.</summary>
    public async Task<Digest> ReadAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var open = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
            var latest = new Fold(over);
            DateTimeOffset? since = next == DateOnly.MinValue ? null : new DateTimeOffset(next, TimeOnly.MinValue, TimeSpan.Zero);
            await foreach (var part in journal.ListAsync(since, cancellation))
            {
                var fold = part.Day < open ? over : latest;
                foreach (var entry in await journal.ReadPartAsync(part, cancellation))
                    fold.Add(entry);
                if (part.Day < open)
                    next = part.Day.AddDays(1);
            }
            return latest.Digest();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Lines folded on top of those of a fold below.</summary>
    private sealed class Fold(Fold? below)
    {
        private readonly Dictionary<string, ArticleState> states = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> decided = new(StringComparer.Ordinal);

        public void Add(JournalEntry entry)
        {
            if (entry.Kind == JournalKind.Found)
            {
                if (below?.states.ContainsKey(entry.Article) != true)
                    states.TryAdd(entry.Article, ArticleState.Pending);
            }
            else if (entry.Kind == JournalKind.Outcome)
                states[entry.Article] = entry.State;
            else
                decided[entry.Article] = decided.GetValueOrDefault(entry.Article) + 1;
        }

        public Digest Digest()
        {
            var counts = Enum.GetValues<ArticleState>().ToDictionary(state => state, _ => 0);
            foreach (var (article, state) in below?.states ?? [])
                if (!states.ContainsKey(article))
                    counts[state]++;
            foreach (var state in states.Values)
                counts[state]++;
            var all = new Dictionary<string, int>(below?.decided ?? [], StringComparer.Ordinal);
            foreach (var (article, times) in decided)
                all[article] = all.GetValueOrDefault(article) + times;
            return new(new(counts), all);
        }
    }
}

/// <summary>What the journal comes to.</summary>
/// <param name="Counts">Where the articles have ended.</param>
/// <param name="Decided">Articles that were decided on, with the number of lines that say so.</param>
internal sealed record Digest(ArticleCounts Counts, IReadOnlyDictionary<string, int> Decided);
