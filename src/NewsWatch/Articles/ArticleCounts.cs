namespace NewsWatch.Articles;

/// <summary>How many entries were found and where they have ended, each counted once: found is the sum of the states.</summary>
/// <param name="ByState">Every <see cref="ArticleState"/> with its count, zero included.</param>
public sealed record ArticleCounts(IReadOnlyDictionary<ArticleState, int> ByState)
{
    /// <summary>Entries found.</summary>
    public int Found => ByState.Values.Sum();

    /// <summary>Nothing was found yet.</summary>
    public static ArticleCounts None { get; } = new(Enum.GetValues<ArticleState>().ToDictionary(state => state, _ => 0));

    /// <summary>Counts from the journal, the last outcome of an article over its earlier ones.</summary>
    /// <param name="journal">What happened.</param>
    /// <param name="since">Articles of which the journal tells nothing from this day on are left out; null counts all.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<ArticleCounts> ReadAsync(Journal journal, DateTimeOffset? since, CancellationToken cancellation)
    {
        var states = await StatesAsync(journal, since, cancellation);
        return new(Enum.GetValues<ArticleState>().ToDictionary(state => state, state => states.Values.Count(s => s == state)));
    }

    /// <summary>The state that the journal counts each article in, by its id.</summary>
    internal static async Task<Dictionary<string, ArticleState>> StatesAsync(Journal journal, DateTimeOffset? since, CancellationToken cancellation)
    {
        var states = new Dictionary<string, ArticleState>(StringComparer.Ordinal);
        await foreach (var entry in journal.ReadAsync(since, cancellation))
            if (entry.Kind == JournalKind.Found)
                states.TryAdd(entry.Article, ArticleState.Pending);
            else if (entry.Kind == JournalKind.Outcome)
                states[entry.Article] = entry.State;
        return states;
    }
}
