using System.Numerics;
using Microsoft.Data.Sqlite;
using NewsWatch.Review.Api;

namespace NewsWatch.Review.Search;

/// <summary>Answers a query: what of it the columns in memory tell, and what the words tell, then the one page that is shown.</summary>
internal sealed class ArticleSearch(ReviewIndex index)
{
    /// <summary>Only so many of the newest are weighed for what fits best: a word that stands in every article tells nothing of any.</summary>
    public const int MostRanked = 2000;

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
        var rows = index.Table.Rows;
        using var connection = index.File.Open();
        var found = Match(connection, query, rows);
        var groups = Group(rows, found, TabOf(query.Tab), out var counts);
        var sorted = Sort(connection, query, groups);
        var pages = Math.Max(1, (sorted.Count + size - 1) / size);
        var page = Math.Clamp(query.Page, 1, pages);
        var shown = sorted.GetRange((page - 1) * size, Math.Min(size, sorted.Count - ((page - 1) * size)));
        return new(new RowReader(connection, query.Asked, rows).Read(shown), page, pages, counts, groups.Sum(group => group.Count))
        {
            IsComplete = isComplete,
            Indexed = index.Table.Count,
            New = seen?.ToUnixTimeSeconds() is { } time ? groups.Count(group => group.Exists(row => row.Told > time)) : 0,
        };
    }

    /// <summary>Every row of the query's tab, or every article as a row of its own, published last first: to be cut by those who page by cursors.</summary>
    public async Task<IReadOnlyList<List<FacetRow>>> ListAsync(SearchQuery query, bool byArticle, CancellationToken cancellation)
    {
        await index.FollowAsync(Patience, cancellation);
        using var connection = index.File.Open();
        var rows = index.Table.Rows;
        var found = Match(connection, query, rows);
        var tab = TabOf(query.Tab);
        var groups = byArticle ? [.. found.Where(row => (row.Tabs & tab) != 0).Select(row => new List<FacetRow> { row })] : Group(rows, found, tab, out _);
        return Sort(connection, query with { Sort = InboxSort.Published }, groups);
    }

    /// <summary>What is shown of some of these rows.</summary>
    public IReadOnlyList<InboxRow> Read(SearchQuery query, IReadOnlyList<List<FacetRow>> groups)
    {
        using var connection = index.File.Open();
        return new RowReader(connection, query.Asked, index.Table.Rows).Read(groups);
    }

    /// <summary>What sorts rows as <see cref="ListAsync"/> does, and names one.</summary>
    public static string KeyOf(List<FacetRow> group)
        => ApiCursor.Descending(Newest(group, row => row.Published)) + ApiCursor.Descending(group[0].Doc);

    /// <summary>Numbers of the articles the filters and words let through, in order.</summary>
    private static List<FacetRow> Match(SqliteConnection connection, SearchQuery query, IReadOnlyList<FacetRow?> rows)
    {
        var filter = new FacetFilter(query.Asked);
        var found = new List<FacetRow>(query.Terms.Count > 0 ? 256 : rows.Count);
        if (query.Terms.Count == 0)
        {
            for (var doc = 0; doc < rows.Count; doc++)
                if (rows[doc] is { } row && filter.Lets(row))
                    found.Add(row);
            return found;
        }
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM words WHERE words MATCH $match";
        command.Parameters.AddWithValue("$match", MatchOf(query.Terms));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (reader.GetInt32(0) is var doc && doc < rows.Count && rows[doc] is { } row && filter.Lets(row))
                found.Add(row);
        return found;
    }

    private static string MatchOf(IReadOnlyList<SearchTerm> terms)
    {
        var wanted = string.Join(" AND ", terms.Where(term => !term.Excludes).Select(term => term.Match));
        var unwanted = string.Join(" OR ", terms.Where(term => term.Excludes).Select(term => term.Match));
        return unwanted.Length == 0 ? wanted : $"({wanted}) NOT ({unwanted})";
    }

    private static List<List<FacetRow>> Group(
        IReadOnlyList<FacetRow?> rows, List<FacetRow> found, InboxTabs tab, out IReadOnlyDictionary<InboxTab, int> counts)
    {
        var tabs = new byte[rows.Count];
        var byBit = new int[6];
        var groups = new Dictionary<int, List<FacetRow>>();
        foreach (var row in found)
        {
            // Each row counts once in each of its tabs.
            var added = (byte)row.Tabs & ~tabs[row.Group];
            tabs[row.Group] |= (byte)added;
            for (var bits = (uint)added; bits != 0; bits &= bits - 1)
                byBit[BitOperations.TrailingZeroCount(bits)]++;
            if ((row.Tabs & tab) == 0)
                continue;
            if (groups.TryGetValue(row.Group, out var group))
                group.Add(row);
            else
                groups.Add(row.Group, [row]);
        }
        counts = Enum.GetValues<InboxTab>().ToDictionary(one => one, one => byBit[(int)one]);
        return [.. groups.Values];
    }

    private static List<List<FacetRow>> Sort(SqliteConnection connection, SearchQuery query, List<List<FacetRow>> groups)
    {
        var sort = query.Sort ?? (query.Terms.Count > 0 ? InboxSort.Best : InboxSort.Published);
        var keyed = groups.ConvertAll(group => (Key: sort == InboxSort.Found ? Newest(group, row => row.Found) : Newest(group, row => row.Published), group));
        keyed.Sort((one, other) => one.Key != other.Key ? other.Key.CompareTo(one.Key) : other.group[0].Doc.CompareTo(one.group[0].Doc));
        if (sort == InboxSort.Oldest)
            keyed.Reverse();
        var sorted = keyed.ConvertAll(pair => pair.group);
        if (sort != InboxSort.Best || query.Terms.Count == 0 || sorted.Count == 0)
            return sorted;
        var scores = Scores(connection, query, sorted);
        return [.. sorted.OrderBy(group => group.Min(row => scores.GetValueOrDefault(row.Doc)))];
    }

    /// <summary>How well the newest of what was found fits, the better the lower; what is left out counts nothing and comes last.</summary>
    private static Dictionary<int, double> Scores(SqliteConnection connection, SearchQuery query, List<List<FacetRow>> sorted)
    {
        var docs = sorted.Take(MostRanked).SelectMany(group => group).Select(row => row.Doc).OrderDescending().Take(MostRanked).ToHashSet();
        var scores = new Dictionary<int, double>(docs.Count);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid, bm25(words, 6.0, 1.0) FROM words WHERE words MATCH $match AND rowid >= $first";
        command.Parameters.AddWithValue("$match", MatchOf(query.Terms));
        command.Parameters.AddWithValue("$first", docs.Min());
        using var reader = command.ExecuteReader();
        for (var weighed = 0; weighed < 4 * MostRanked && reader.Read(); weighed++)
            if (docs.Contains(reader.GetInt32(0)))
                scores[reader.GetInt32(0)] = reader.GetDouble(1);
        return scores;
    }

    private static long Newest(List<FacetRow> group, Func<FacetRow, long> time)
    {
        var newest = time(group[0]);
        for (var at = 1; at < group.Count; at++)
            newest = Math.Max(newest, time(group[at]));
        return newest;
    }

    private static InboxTabs TabOf(InboxTab tab) => (InboxTabs)(1 << (int)tab);
}
