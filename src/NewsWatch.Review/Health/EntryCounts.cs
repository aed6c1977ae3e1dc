using NewsWatch.Review.Search;

namespace NewsWatch.Review.Health;

/// <summary>Where every entry found has ended, out of the index.</summary>
internal sealed class EntryCounts(ReviewIndex index)
{
    /// <summary>Counts them.</summary>
    /// <returns>The counts, and false where the index is still being built and they are not of all.</returns>
    public async Task<(ArticleCounts Counts, bool IsComplete)> ReadAsync(CancellationToken cancellation)
    {
        var isComplete = await index.FollowAsync(ReviewIndex.Patience, cancellation);
        return (new(Count()), isComplete);
    }

    /// <summary>Counts them as far as the index has come, without waiting.</summary>
    public IReadOnlyDictionary<ArticleState, int> Count()
    {
        var counts = Enum.GetValues<ArticleState>().ToDictionary(state => state, _ => 0);
        using var connection = index.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT state, count(*) FROM ended GROUP BY state";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            counts[(ArticleState)reader.GetInt32(0)] = reader.GetInt32(1);
        return counts;
    }
}
