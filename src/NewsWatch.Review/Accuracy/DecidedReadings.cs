using System.Text.Json;
using NewsWatch.Review.Search;

namespace NewsWatch.Review.Accuracy;

/// <summary>Every decided reading out of the index, and what they come to: counted again only when one was decided on since.</summary>
internal sealed class DecidedReadings(ReviewIndex index)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, IReadOnlyList<DecidedReading>> kept = [];
    private AccuracyReport report = AccuracyReport.Of([]);
    private long seq;

    /// <summary>How good the readings are.</summary>
    /// <returns>The report, and false where the index is still being built and it is not of all.</returns>
    public async Task<(AccuracyReport Report, bool IsComplete)> ReadAsync(CancellationToken cancellation)
    {
        var isComplete = await index.FollowAsync(ReviewIndex.Patience, cancellation);
        lock (gate)
        {
            if (Follow())
                report = AccuracyReport.Of([.. kept.Values.SelectMany(readings => readings)]);
            return (report, isComplete);
        }
    }

    /// <summary>Reads what has changed; false where nothing has.</summary>
    private bool Follow()
    {
        var before = seq;
        using var connection = index.File.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT doc, seq, told FROM readings WHERE seq > $seq";
        command.Parameters.AddWithValue("$seq", before);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (reader.IsDBNull(2))
                kept.Remove(reader.GetInt32(0));
            else
                kept[reader.GetInt32(0)] = JsonSerializer.Deserialize(reader.GetString(2), IndexJson.Default.IReadOnlyListDecidedReading)!;
            seq = Math.Max(seq, reader.GetInt64(1));
        }
        return seq > before;
    }
}
