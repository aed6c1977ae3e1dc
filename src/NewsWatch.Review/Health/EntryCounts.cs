using Microsoft.Data.Sqlite;
using NewsWatch.Review.Search;
using NewsWatch.Storage;

namespace NewsWatch.Review.Health;

/// <summary>Where every entry found has ended, out of the index, which keeps the sums.</summary>
public sealed class EntryCounts
{
    private readonly ReviewIndex index;
    private readonly Journal journal;
    private readonly DamagedRecords damaged;

    internal EntryCounts(ReviewIndex index, Journal journal, DamagedRecords damaged)
    {
        this.index = index;
        this.journal = journal;
        this.damaged = damaged;
    }

    /// <summary>
    /// Counts them to the last, however long it takes. Only the journal is read, and of it what was not counted before; where the index cannot
    /// be written, all of it.
    /// </summary>
    public async Task<ArticleCounts> ReadAllAsync(CancellationToken cancellation)
    {
        try
        {
            await index.FollowCountsAsync(cancellation);
            foreach (var (line, why) in Damaged())
                damaged.Note(line, why);
            return new(Count());
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            return await ArticleCounts.ReadAsync(journal, null, cancellation);
        }
    }

    /// <summary>Counts them.</summary>
    /// <returns>The counts, and false where the index is still being built and they are not of all.</returns>
    internal async Task<(ArticleCounts Counts, bool IsComplete)> ReadAsync(CancellationToken cancellation)
    {
        var isComplete = await index.FollowAsync(ReviewIndex.Patience, cancellation);
        return (new(Count()), isComplete);
    }

    /// <summary>Counts them as far as the index has come, without waiting.</summary>
    internal IReadOnlyDictionary<ArticleState, int> Count()
    {
        var counts = Enum.GetValues<ArticleState>().ToDictionary(state => state, _ => 0);
        using var connection = index.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT state, entries FROM counts";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            counts[(ArticleState)reader.GetInt32(0)] = reader.GetInt32(1);
        return counts;
    }

    /// <summary>Lines of the journal that were passed over.</summary>
    private List<(string Line, string Why)> Damaged()
    {
        var lines = new List<(string, string)>();
        using var connection = index.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, why FROM damaged";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            lines.Add((reader.GetString(0), reader.GetString(1)));
        return lines;
    }
}
