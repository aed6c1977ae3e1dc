using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsWatch.Review.Search;

/// <summary>
/// What a query finds, grouped into rows and counted for every tab in one pass. Members are gathered only for the rows that are shown: of a
/// hundred thousand rows a page has fifty.
/// </summary>
internal sealed class FoundRows
{
    private const int NewBit = 1 << 7;

    private readonly SearchScratch scratch;
    private readonly InboxTabs tab;
    private readonly bool byArticle;

    /// <param name="scratch">Holds the articles that the filters and words let through.</param>
    /// <param name="tab">The tab whose rows are shown.</param>
    /// <param name="sort">How they are sorted by time.</param>
    /// <param name="seen">When the reader was here before, in seconds since 1970; null for never.</param>
    /// <param name="byArticle">True for every article as a row of its own.</param>
    public FoundRows(SearchScratch scratch, InboxTabs tab, InboxSort sort, long? seen, bool byArticle)
    {
        this.scratch = scratch;
        this.tab = tab;
        this.byArticle = byArticle;
        var (tabs, times) = (scratch.Tabs, scratch.Times);
        var counts = new int[6];
        foreach (var row in scratch.Found)
        {
            var group = GroupOf(row);
            // Each row counts once in each of its tabs.
            var added = (uint)row.Tabs & ~(uint)tabs[group];
            for (var bits = added; bits != 0; bits &= bits - 1)
                counts[BitOperations.TrailingZeroCount(bits)]++;
            if ((row.Tabs & tab) != 0)
            {
                var time = sort == InboxSort.Found ? row.Found : row.Published;
                var isFirst = (tabs[group] & (byte)tab) == 0;
                times[group] = isFirst ? time : Math.Max(times[group], time);
                if (isFirst)
                    scratch.Keys.Add(group);
                Articles++;
                if (row.Told > seen && (tabs[group] & NewBit) == 0)
                {
                    tabs[group] |= NewBit;
                    New++;
                }
            }
            tabs[group] |= (byte)added;
        }
        Counts = Enum.GetValues<InboxTab>().ToDictionary(one => one, one => counts[(int)one]);
        var keys = CollectionsMarshal.AsSpan(scratch.Keys);
        for (var index = 0; index < keys.Length; index++)
            keys[index] = RowKey.Pack(times[keys[index]], (int)keys[index]);
        keys.Sort();
        Sorted = new RowOrder(scratch.Keys, sort == InboxSort.Oldest);
    }

    /// <summary>Rows of each tab.</summary>
    public IReadOnlyDictionary<InboxTab, int> Counts { get; }

    /// <summary>Articles of the tab shown.</summary>
    public int Articles { get; }

    /// <summary>Rows of it of which something was told since the reader was here before.</summary>
    public int New { get; }

    /// <summary>The rows, each with the time it is sorted by.</summary>
    public IReadOnlyList<RowKey> Sorted { get; private set; }

    /// <summary>Sorts the rows by how well their best article fits, those that fit alike as before.</summary>
    public void SortBy(IReadOnlyDictionary<int, double> scores)
    {
        var best = new Dictionary<int, double>();
        foreach (var row in scratch.Found)
            if ((row.Tabs & tab) != 0 && scores.TryGetValue(row.Doc, out var score) && (!best.TryGetValue(GroupOf(row), out var before) || score < before))
                best[GroupOf(row)] = score;
        Sorted = Sorted.OrderBy(row => best.GetValueOrDefault(row.Group)).ToList();
    }

    /// <summary>The articles of some rows, in the rows' order.</summary>
    public IReadOnlyList<List<FacetRow>> Members(IReadOnlyList<RowKey> rows)
    {
        var members = rows.ToDictionary(row => row.Group, _ => new List<FacetRow>());
        foreach (var row in scratch.Found)
            if ((row.Tabs & tab) != 0 && members.TryGetValue(GroupOf(row), out var group))
                group.Add(row);
        return [.. rows.Select(row => members[row.Group])];
    }

    private int GroupOf(FacetRow row) => byArticle ? row.Doc : row.Group;
}

/// <summary>A row by its place.</summary>
/// <param name="Time">The time it is sorted by, in seconds since 1970.</param>
/// <param name="Group">Number of the first of its articles.</param>
internal readonly record struct RowKey(long Time, int Group)
{
    // Seconds take 35 bits until the year 3058, and leave 28 for the number.
    private const int GroupBits = 28;

    /// <summary>Both in one number, which sorts as they do.</summary>
    public static long Pack(long time, int group) => (time << GroupBits) | (long)group;

    /// <summary>What <see cref="Pack"/> put together.</summary>
    public static RowKey Unpack(long key) => new(key >> GroupBits, (int)(key & ((1L << GroupBits) - 1)));
}

/// <summary>Rows as they are sorted: the latest first, of the same time the one that came in last; or the other way round.</summary>
internal sealed class RowOrder(List<long> keys, bool oldestFirst) : IReadOnlyList<RowKey>
{
    public int Count => keys.Count;

    public RowKey this[int index] => RowKey.Unpack(keys[oldestFirst ? index : keys.Count - 1 - index]);

    public IEnumerator<RowKey> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
