using Microsoft.Data.Sqlite;

namespace NewsWatch.Review.Search;

/// <summary>Answers a query: what of it the columns in memory tell, and what the words tell, then the one page that is shown.</summary>
internal sealed class ArticleSearch(ReviewIndex index)
{
    /// <summary>Most articles that words find: the newest. Beyond it nobody reads on, and a word of every article costs no more than it is worth.</summary>
    public const int MostFound = 20_000;

    /// <summary>To ask one article for the words costs about as much as to step over so many that have them.</summary>
    private const int StepsOfAnAsk = 20;

    /// <summary>Most articles that are weighed for what fits best.</summary>
    private const int MostRanked = 4000;

    /// <summary>The page asked for.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="seen">When the reader was here before; null for never.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<InboxList> FindAsync(SearchQuery query, int size, DateTimeOffset? seen, CancellationToken cancellation)
    {
        var isComplete = await index.FollowAsync(ReviewIndex.Patience, cancellation);
        var table = index.Table.Rows;
        using var connection = index.File.Open();
        var sort = query.Sort ?? (query.Terms.Count > 0 ? InboxSort.Best : InboxSort.Published);
        using var scratch = SearchScratch.Take(table.Count);
        var found = scratch.Found;
        Match(connection, query, table, found);
        var rows = new FoundRows(scratch, TabOf(query.Tab), sort, seen?.ToUnixTimeSeconds(), byArticle: false);
        if (sort == InboxSort.Best && query.Terms.Count > 0 && found.Count > 0)
            rows.SortBy(Scores(connection, query, found));
        var page = ListPage.Of(rows.Sorted, query.Page, size);
        return new(new RowReader(connection, query.Asked, table).Read(rows.Members(page.Rows)), page.Number, page.Pages, rows.Counts, rows.Articles)
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
    public async Task<IReadOnlyList<InboxRow>> CutAsync(
        SearchQuery query, bool byArticle, Func<IReadOnlyList<RowKey>, IReadOnlyList<RowKey>> cut, CancellationToken cancellation)
    {
        await index.FollowAsync(ReviewIndex.Patience, cancellation);
        var table = index.Table.Rows;
        using var connection = index.File.Open();
        using var scratch = SearchScratch.Take(table.Count);
        Match(connection, query, table, scratch.Found);
        var rows = new FoundRows(scratch, TabOf(query.Tab), InboxSort.Published, null, byArticle);
        return new RowReader(connection, query.Asked, table).Read(rows.Members(cut(rows.Sorted)));
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
        var (first, last, count) = Bounds(filter, table);
        if (count == 0)
            return;
        var words = WordMatch.Of(query.Terms);
        foreach (var doc in Matching(connection, words, Descending(filter, table, first, last), count, first, last))
            if (doc < table.Count && table[doc] is { } row && filter.Lets(row))
            {
                found.Add(row);
                if (found.Count == MostFound)
                    break;
            }
    }

    /// <summary>
    /// Numbers of articles with the words, the newest first: the smaller side leads, so that few articles are asked for the words one by
    /// one and many are found by them, some others among them.
    /// </summary>
    private static IEnumerable<int> Matching(
        SqliteConnection connection, string words, IEnumerable<int> docs, int count, int first, int last)
        => (long)count * StepsOfAnAsk < last - first ? WordMatch.Among(connection, words, docs) : WordMatch.Of(connection, words, first, last);

    /// <summary>The lowest and the highest number that the filters let through, and how many there are.</summary>
    private static (int First, int Last, int Count) Bounds(FacetFilter filter, IReadOnlyList<FacetRow?> table)
    {
        var (first, last, count) = (table.Count, -1, 0);
        for (var doc = 0; doc < table.Count; doc++)
            if (table[doc] is { } row && filter.Lets(row))
            {
                first = Math.Min(first, doc);
                last = doc;
                count++;
            }
        return (first, last, count);
    }

    private static IEnumerable<int> Descending(FacetFilter filter, IReadOnlyList<FacetRow?> table, int first, int last)
    {
        for (var doc = last; doc >= first; doc--)
            if (table[doc] is { } row && filter.Lets(row))
                yield return doc;
    }

    /// <summary>
    /// How well each fits, the better the lower. What is in more articles than are worth weighing, asked for or not, tells nothing of any
    /// by being there: then those come first that have it in their title.
    /// </summary>
    private static Dictionary<int, double> Scores(SqliteConnection connection, SearchQuery query, List<FacetRow> found)
    {
        var docs = found.Select(row => row.Doc).ToHashSet();
        var scores = new Dictionary<int, double>(docs.Count);
        var (first, last) = (docs.Min(), docs.Max());
        if (docs.Count > MostRanked || WordMatch.Of(connection, WordMatch.Of(query.Terms), first, last).Skip(MostRanked).Any())
        {
            foreach (var doc in Matching(connection, WordMatch.Of(query.Terms, inTitle: true), docs, docs.Count, first, last))
                scores[doc] = -1;
            return scores;
        }
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid, bm25(words, 6.0, 1.0) FROM words WHERE words MATCH $match AND rowid BETWEEN $first AND $last";
        command.Parameters.AddWithValue("$match", WordMatch.Of(query.Terms));
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (docs.Contains(reader.GetInt32(0)))
                scores[reader.GetInt32(0)] = reader.GetDouble(1);
        return scores;
    }

    private static InboxTabs TabOf(InboxTab tab) => (InboxTabs)(1 << (int)tab);
}
