using Microsoft.Data.Sqlite;
using NewsWatch.Review.Api;

namespace NewsWatch.Review.Search;

/// <summary>Answers a query: what of it the columns in memory tell, and what the words tell, then the one page that is shown.</summary>
internal sealed class ArticleSearch(ReviewIndex index)
{
    /// <summary>Most articles that words find: the newest. Beyond it nobody reads on, and a word of every article costs no more than it is worth.</summary>
    public const int MostFound = 20_000;

    /// <summary>Most articles that are weighed for what fits best.</summary>
    private const int MostRanked = 4000;

    /// <summary>How long a reader waits for an index that is being built.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>The page asked for.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="seen">When the reader was here before; null for never.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<InboxList> FindAsync(SearchQuery query, int size, DateTimeOffset? seen, CancellationToken cancellation)
    {
        var isComplete = await index.FollowAsync(Patience, cancellation);
        var table = index.Table.Rows;
        using var connection = index.File.Open();
        var sort = query.Sort ?? (query.Terms.Count > 0 ? InboxSort.Best : InboxSort.Published);
        using var scratch = SearchScratch.Take(table.Count);
        var found = scratch.Found;
        Match(connection, query, table, found);
        var rows = new FoundRows(scratch, TabOf(query.Tab), sort, seen?.ToUnixTimeSeconds(), byArticle: false);
        if (sort == InboxSort.Best && query.Terms.Count > 0 && found.Count > 0)
            rows.SortBy(Scores(connection, query, found));
        var pages = Math.Max(1, (rows.Sorted.Count + size - 1) / size);
        var page = Math.Clamp(query.Page, 1, pages);
        RowKey[] shown = [.. Enumerable.Range((page - 1) * size, Math.Min(size, rows.Sorted.Count - ((page - 1) * size))).Select(at => rows.Sorted[at])];
        return new(new RowReader(connection, query.Asked, table).Read(rows.Members(shown)), page, pages, rows.Counts, rows.Articles)
        {
            IsComplete = isComplete,
            IsCapped = query.Terms.Count > 0 && found.Count == MostFound,
            Indexed = index.Table.Count,
            New = rows.New,
        };
    }

    /// <summary>A stretch of the rows of the query's tab, or of its articles each as a row of its own, published last first.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="byArticle">True for every article as a row of its own.</param>
    /// <param name="cut">Cuts the stretch out of all.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ApiList<InboxRow>> CutAsync(
        SearchQuery query, bool byArticle, Func<IReadOnlyList<RowKey>, ApiList<RowKey>> cut, CancellationToken cancellation)
    {
        await index.FollowAsync(Patience, cancellation);
        var table = index.Table.Rows;
        using var connection = index.File.Open();
        using var scratch = SearchScratch.Take(table.Count);
        Match(connection, query, table, scratch.Found);
        var rows = new FoundRows(scratch, TabOf(query.Tab), InboxSort.Published, null, byArticle);
        var stretch = cut(rows.Sorted);
        return new(new RowReader(connection, query.Asked, table).Read(rows.Members(stretch.Items)), stretch.Total, stretch.Next);
    }

    /// <summary>The articles the filters and words let through.</summary>
    private static void Match(SqliteConnection connection, SearchQuery query, IReadOnlyList<FacetRow?> table, List<FacetRow> found)
    {
        var filter = new FacetFilter(query.Asked);
        if (query.Terms.Count == 0)
        {
            for (var doc = 0; doc < table.Count; doc++)
                if (table[doc] is { } row && filter.Lets(row))
                    found.Add(row);
            return;
        }
        var (first, last) = Bounds(filter, table);
        if (first > last)
            return;
        foreach (var doc in WordMatch.Of(connection, WordMatch.Of(query.Terms), first, last))
            if (doc < table.Count && table[doc] is { } row && filter.Lets(row))
            {
                found.Add(row);
                if (found.Count == MostFound)
                    break;
            }
    }

    /// <summary>The lowest and the highest number that the filters let through: between them the words are looked for.</summary>
    private static (int First, int Last) Bounds(FacetFilter filter, IReadOnlyList<FacetRow?> table)
    {
        var (first, last) = (0, table.Count - 1);
        while (first <= last && !(table[first] is { } row && filter.Lets(row)))
            first++;
        while (last > first && !(table[last] is { } row && filter.Lets(row)))
            last--;
        return (first, last);
    }

    /// <summary>
    /// How well each fits, the better the lower. What is in more articles than are worth weighing tells nothing of any by being there: then
    /// those come first that have it in their title.
    /// </summary>
    private static Dictionary<int, double> Scores(SqliteConnection connection, SearchQuery query, List<FacetRow> found)
    {
        var docs = found.Select(row => row.Doc).ToHashSet();
        var scores = new Dictionary<int, double>(docs.Count);
        if (docs.Count > MostRanked)
        {
            foreach (var doc in WordMatch.Of(connection, WordMatch.Of(query.Terms, inTitle: true), docs.Min(), docs.Max()))
                scores[doc] = -1;
            return scores;
        }
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid, bm25(words, 6.0, 1.0) FROM words WHERE words MATCH $match AND rowid >= $first";
        command.Parameters.AddWithValue("$match", WordMatch.Of(query.Terms));
        command.Parameters.AddWithValue("$first", docs.Min());
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (docs.Contains(reader.GetInt32(0)))
                scores[reader.GetInt32(0)] = reader.GetDouble(1);
        return scores;
    }

    private static InboxTabs TabOf(InboxTab tab) => (InboxTabs)(1 << (int)tab);
}
