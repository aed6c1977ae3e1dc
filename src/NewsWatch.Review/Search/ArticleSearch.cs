using Microsoft.Data.Sqlite;

namespace NewsWatch.Review.Search;

/// <summary>Answers a query: what of it the columns in memory tell, and what the words tell, then the one page that is shown.</summary>
internal sealed class ArticleSearch(ReviewIndex index) : IDisposable
{
    /// <summary>Most articles that words find: the newest. Beyond it nobody reads on, and a word of every article costs no more than it is worth.</summary>
    public const int MostFound = 20_000;

    /// <summary>To ask one article for the words costs about as much as to step over so many that have them.</summary>
    private const int StepsOfAnAsk = 20;

    /// <summary>Most articles that are weighed for what fits best.</summary>
    private const int MostRanked = 4000;

    private readonly KeptRows kept = new();

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
        var (page, members, counts, articles, isNew, isCapped) = Read(connection, query, table, sort, byArticle: false, rows =>
        {
            var cut = ListPage.Of(rows.Sorted, query.Page, size);
            return (
                cut, rows.Members(cut.Rows), rows.Counts, rows.Articles, rows.NewSince(seen?.ToUnixTimeSeconds()), query.Terms.Count > 0 && rows.Found == MostFound);
        });
        return new(new RowReader(connection, query.Asked, table).Read(members), page.Number, page.Pages, counts, articles)
        {
            IsComplete = isComplete,
            IsCapped = isCapped,
            Indexed = index.Table.Count,
            New = isNew,
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
        var members = Read(connection, query, table, InboxSort.Published, byArticle, rows => rows.Members(cut(rows.Sorted)));
        return new RowReader(connection, query.Asked, table).Read(members);
    }

    /// <summary>Gives its buffers back.</summary>
    public void Dispose() => kept.Dispose();

    /// <summary>Reads what is wanted of the rows of a query: kept ones where it asks for no words.</summary>
    private T Read<T>(
        SqliteConnection connection, SearchQuery query, FacetRows table, InboxSort sort, bool byArticle, Func<FoundRows, T> read)
    {
        if (query.Terms.Count == 0)
            return kept.Read(table, $"{query.Saved} {query.Asked.After} {query.Asked.Before} {query.Asked.Since} {sort} {byArticle}", Find, read);
        using var scratch = SearchScratch.Take(table.Length);
        return read(Find(scratch));

        FoundRows Find(SearchScratch scratch)
        {
            Match(connection, query, table, scratch.Found);
            var rows = new FoundRows(scratch, table, TabOf(query.Tab), sort, byArticle);
            if (sort == InboxSort.Best && query.Terms.Count > 0 && scratch.Found.Count > 0)
                rows.SortBy(Scores(connection, query, scratch.Found));
            return rows;
        }
    }

    /// <summary>The articles the filters and words let through.</summary>
    private static void Match(SqliteConnection connection, SearchQuery query, FacetRows table, List<int> found)
    {
        var filter = new FacetFilter(query.Asked, table.Kinds);
        if (query.Terms.Count == 0)
        {
            for (var doc = 0; doc < table.Length; doc++)
                if (table.Has(doc) && filter.Lets(table[doc]))
                    found.Add(doc);
            return;
        }
        var (first, last, count) = Bounds(filter, table);
        if (count == 0)
            return;
        var words = WordMatch.Of(query.Terms);
        foreach (var doc in Matching(connection, words, Descending(filter, table, first, last), count, first, last))
            if (table.Has(doc) && filter.Lets(table[doc]))
            {
                found.Add(doc);
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
    private static (int First, int Last, int Count) Bounds(FacetFilter filter, FacetRows table)
    {
        var (first, last, count) = (table.Length, -1, 0);
        for (var doc = 0; doc < table.Length; doc++)
            if (table.Has(doc) && filter.Lets(table[doc]))
            {
                first = Math.Min(first, doc);
                last = doc;
                count++;
            }
        return (first, last, count);
    }

    private static IEnumerable<int> Descending(FacetFilter filter, FacetRows table, int first, int last)
    {
        for (var doc = last; doc >= first; doc--)
            if (table.Has(doc) && filter.Lets(table[doc]))
                yield return doc;
    }

    /// <summary>
    /// How well each fits, the better the lower. What is in more articles than are worth weighing, asked for or not, tells nothing of any
    /// by being there: then those come first that have it in their title.
    /// </summary>
    private static Dictionary<int, double> Scores(SqliteConnection connection, SearchQuery query, List<int> found)
    {
        var docs = found.ToHashSet();
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
