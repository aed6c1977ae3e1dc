using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsWatch.Review.Agreements;

namespace NewsWatch.Review.Search;

/// <summary>
/// The columns of the index that articles are chosen, grouped, counted and sorted by, in memory: a hundred thousand are looked through in
/// a few milliseconds, whatever is asked. Follows the file by its numbers of change, its own process's changes and those of others alike.
/// </summary>
internal sealed class FacetTable
{
    private readonly Dictionary<string, AgreementRow> agreements = new(StringComparer.Ordinal);
    private volatile FacetRow?[] rows = [];
    private volatile IReadOnlyList<AgreementRow> ledger = [];
    private long seq;

    /// <summary>Rows by their number in the file; null where there is none.</summary>
    public IReadOnlyList<FacetRow?> Rows => rows;

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
        command.CommandText = "SELECT doc, id, grp, published, found, told, facets, seq FROM articles WHERE seq > $seq";
        command.Parameters.AddWithValue("$seq", seq);
        using var reader = command.ExecuteReader();
        var changed = new List<FacetRow>();
        var facets = new FacetText();
        while (reader.Read())
        {
            changed.Add(new(
                reader.GetInt32(0),
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetInt64(3),
                reader.GetInt64(4),
                reader.GetInt64(5),
                facets.Read(reader.GetString(6))));
            last = Math.Max(last, reader.GetInt64(7));
        }
        if (changed.Count == 0)
            return;
        var most = changed.Max(row => row.Doc);
        var next = most < rows.Length ? [.. rows] : new FacetRow?[most + 1];
        if (next.Length != rows.Length)
            rows.CopyTo(next, 0);
        foreach (var row in changed)
        {
            if (next[row.Doc] is null)
                Count++;
            next[row.Doc] = row;
        }
        rows = next;
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

/// <summary>One article in memory.</summary>
/// <param name="Doc">Its number in the file.</param>
/// <param name="Id">Its id.</param>
/// <param name="Group">Number of the first of those that tell the same.</param>
/// <param name="Published">Publication, in seconds since 1970.</param>
/// <param name="Found">When it was found.</param>
/// <param name="Told">When its outcome was last told.</param>
/// <param name="Facets">What it is chosen by.</param>
internal sealed record FacetRow(int Doc, string Id, int Group, long Published, long Found, long Told, Facets Facets)
{
    /// <summary>The tabs it is in.</summary>
    public InboxTabs Tabs { get; } =
        InboxTabs.All
        | (Facets is { Decided: false } && (Facets.Borderline || Facets.State == ArticleState.Flagged) ? InboxTabs.ToReview : 0)
        | (Facets.State == ArticleState.Flagged ? InboxTabs.Reports : 0)
        | (Facets.State == ArticleState.Mentions ? InboxTabs.Mentions : 0)
        | (Facets.Borderline ? InboxTabs.Borderline : 0)
        | (Facets.Verdict is not null ? InboxTabs.Decided : 0);
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
