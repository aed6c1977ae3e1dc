using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsWatch.Review.Agreements;

namespace NewsWatch.Review.Search;

/// <summary>
/// The columns of the index that articles are chosen, grouped, counted and sorted by, in memory: a million are looked through in some
/// milliseconds, whatever is asked. Follows the file by its numbers of change, its own process's changes and those of others alike.
/// </summary>
internal sealed class FacetTable
{
    private readonly Dictionary<string, AgreementRow> agreements = new(StringComparer.Ordinal);

    /// <summary>Numbers of what articles were ever chosen by in this process's time, from 1.</summary>
    private readonly Dictionary<string, int> kinds = new(StringComparer.Ordinal);
    private readonly List<FacetKind> facets = [default];
    private readonly FacetText text = new();
    private volatile FacetRows rows = FacetRows.None;
    private volatile IReadOnlyList<AgreementRow> ledger = [];
    private FacetCell[][] pieces = [];
    private long seq;

    /// <summary>The articles by their number in the file.</summary>
    public FacetRows Rows => rows;

    /// <summary>Number of articles.</summary>
    public int Count { get; private set; }

    /// <summary>The ledger, the agreement reported on last first.</summary>
    public IReadOnlyList<AgreementRow> Agreements => ledger;

    /// <summary>Number of the last change read.</summary>
    public long Version => seq;

    /// <summary>Reads what has changed. Not for several at once; readers of the rows need not wait.</summary>
    public void Follow(SqliteConnection connection)
    {
        var last = seq;
        ReadArticles(connection, ref last);
        ReadAgreements(connection, ref last);
        seq = last;
    }

    private void ReadArticles(SqliteConnection connection, ref long last)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT doc, grp, published, found, told, facets, seq FROM articles WHERE seq > $seq";
        command.Parameters.AddWithValue("$seq", seq);
        using var reader = command.ExecuteReader();
        var own = new HashSet<int>();
        var length = rows.Length;
        while (reader.Read())
        {
            var doc = reader.GetInt32(0);
            ref var cell = ref Own(doc / FacetRows.OfPiece, own)[doc % FacetRows.OfPiece];
            if (cell.Kind == 0)
                Count++;
            cell = new(reader.GetInt32(1), KindOf(reader.GetString(5)), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));
            length = Math.Max(length, doc + 1);
            last = Math.Max(last, reader.GetInt64(6));
        }
        if (own.Count > 0)
            rows = new(pieces, [.. facets], length);
    }

    /// <summary>A piece to be written in: readers keep the one they have.</summary>
    private FacetCell[] Own(int piece, HashSet<int> own)
    {
        if (own.Count == 0)
            pieces = [.. pieces];
        if (piece >= pieces.Length)
        {
            var before = pieces.Length;
            Array.Resize(ref pieces, piece + 1);
            Array.Fill(pieces, [], before, pieces.Length - before);
        }
        if (own.Add(piece))
            pieces[piece] = pieces[piece].Length == 0 ? new FacetCell[FacetRows.OfPiece] : [.. pieces[piece]];
        return pieces[piece];
    }

    private int KindOf(string line)
    {
        if (kinds.TryGetValue(line, out var kind))
            return kind;
        var read = text.Read(line);
        facets.Add(new(read, read.Tabs));
        return kinds[line] = facets.Count - 1;
    }

    private void ReadAgreements(SqliteConnection connection, ref long last)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, shown, seq FROM agreements WHERE seq > $seq";
        command.Parameters.AddWithValue("$seq", seq);
        using var reader = command.ExecuteReader();
        var isChanged = false;
        while (reader.Read())
        {
            isChanged = true;
            if (reader.IsDBNull(1))
                agreements.Remove(reader.GetString(0));
            else
                agreements[reader.GetString(0)] = JsonSerializer.Deserialize(reader.GetString(1), IndexJson.Default.AgreementRow)!;
            last = Math.Max(last, reader.GetInt64(2));
        }
        if (isChanged)
            ledger =
            [
                .. agreements.Values.OrderByDescending(row => row.Reported).ThenByDescending(row => row.Since)
                    .ThenBy(row => row.Id, StringComparer.Ordinal),
            ];
    }
}

/// <summary>The tabs of the inbox.</summary>
[Flags]
internal enum InboxTabs
{
    /// <summary>Reports or borderline, and not decided.</summary>
    ToReview = 1,

    /// <summary>Reports an agreement.</summary>
    Reports = 2,

    /// <summary>Names one as background, history or explanation.</summary>
    Mentions = 4,

    /// <summary>The verdict is not sure.</summary>
    Borderline = 8,

    /// <summary>An analyst decided.</summary>
    Decided = 16,

    /// <summary>Every article.</summary>
    All = 32,
}
