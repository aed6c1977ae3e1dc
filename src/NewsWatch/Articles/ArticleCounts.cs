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
        var states = new ArticleMap<ArticleState?>();
        await foreach (var entry in journal.ReadAsync(since, cancellation))
            states.At(entry.Article) = entry.Follow(states[entry.Article]);
        var counts = None.ByState.ToDictionary();
        foreach (var state in states.Values)
            if (state is { } counted)
                counts[counted]++;
        return new(counts);
    }
}
