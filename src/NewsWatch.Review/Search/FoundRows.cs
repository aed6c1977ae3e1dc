using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsWatch.Review.Search;

/// <summary>
/// What a query finds, grouped into rows and counted for every tab in one pass. Members are gathered only for the rows that are shown: of a
/// hundred thousand rows a page has fifty.
/// </summary>
internal sealed class FoundRows
{
    private const int ShownBit = 1 << 6;

    private readonly SearchScratch scratch;
    private readonly FacetRows table;
    private readonly bool byArticle;

    /// <param name="scratch">Holds the articles that the filters and words let through.</param>
    /// <param name="table">The articles.</param>
    /// <param name="tab">The tab whose rows are shown.</param>
    /// <param name="sort">How they are sorted by time.</param>
    /// <param name="byArticle">True for every article as a row of its own.</param>
    public FoundRows(SearchScratch scratch, FacetRows table, InboxTabs tab, InboxSort sort, bool byArticle)
    {
        this.scratch = scratch;
        this.table = table;
        this.byArticle = byArticle;
        var (tabs, times, rows) = (scratch.Tabs, scratch.Times, scratch.Keys);
        Span<int> counts = stackalloc int[8];
        foreach (var doc in CollectionsMarshal.AsSpan(scratch.Found))
        {
            var row = table[doc];
            var group = GroupOf(row);
            // Each row counts once in each of its tabs.
            var added = (uint)row.Tabs & ~(uint)tabs[group];
            for (var bits = added; bits != 0; bits &= bits - 1)
                counts[BitOperations.TrailingZeroCount(bits) & 7]++;
            if ((row.Tabs & tab) != 0)
            {
                var time = sort == InboxSort.Found ? row.Found : row.Published;
                var isFirst = (tabs[group] & (byte)tab) == 0;
                times[group] = isFirst ? time : Math.Max(times[group], time);
                if (isFirst)
                    rows.Add(group);
                scratch.InTab.Add(doc);
            }
            tabs[group] |= (byte)added;
        }
        var byTab = new Dictionary<InboxTab, int>();
        foreach (var one in Enum.GetValues<InboxTab>())
            byTab[one] = counts[(int)one];
        Counts = byTab;
        var keys = CollectionsMarshal.AsSpan(scratch.Keys);
        for (var index = 0; index < keys.Length; index++)
            keys[index] = RowKey.Pack(times[keys[index]], (int)keys[index]);
        Sorted = new RowOrder(scratch.Keys, sort == InboxSort.Oldest);
    }

    /// <summary>Rows of each tab.</summary>
    public IReadOnlyDictionary<InboxTab, int> Counts { get; }

    /// <summary>Articles found, in whatever tab.</summary>
    public int Found => scratch.Found.Count;

    /// <summary>Articles of the tab shown.</summary>
    public int Articles => scratch.InTab.Count;

    /// <summary>The rows, each with the time it is sorted by.</summary>
    public IReadOnlyList<RowKey> Sorted { get; private set; }

    /// <summary>Rows of the tab of which something was told since a time.</summary>
    /// <param name="seen">The time, in seconds since 1970; null for none of them.</param>
    public int NewSince(long? seen)
    {
        var groups = new HashSet<int>();
        if (seen is { } time)
            foreach (var doc in CollectionsMarshal.AsSpan(scratch.InTab))
                if (table[doc] is var row && row.Told > time)
                    groups.Add(GroupOf(row));
        return groups.Count;
    }

    /// <summary>Sorts the rows by how well their best article fits, those that fit alike as before.</summary>
    public void SortBy(IReadOnlyDictionary<int, double> scores)
    {
        var best = new Dictionary<int, double>();
        foreach (var row in scratch.InTab.Select(doc => table[doc]))
            if (scores.TryGetValue(row.Doc, out var score) && (!best.TryGetValue(GroupOf(row), out var before) || score < before))
                best[GroupOf(row)] = score;
        Sorted = Sorted.OrderBy(row => best.GetValueOrDefault(row.Group)).ToList();
    }

    /// <summary>The articles of some rows, in the rows' order.</summary>
    public IReadOnlyList<List<FacetRow>> Members(IReadOnlyList<RowKey> rows)
    {
        var members = rows.ToDictionary(row => row.Group, _ => new List<FacetRow>());
        foreach (var row in rows)
            scratch.Tabs[row.Group] |= ShownBit;
        foreach (var doc in CollectionsMarshal.AsSpan(scratch.InTab))
            if (table[doc] is var row && (scratch.Tabs[GroupOf(row)] & ShownBit) != 0)
                members[GroupOf(row)].Add(row);
        foreach (var row in rows)
            scratch.Tabs[row.Group] &= unchecked((byte)~ShownBit);
        return [.. rows.Select(row => members[row.Group])];
    }

    private int GroupOf(in FacetRow row) => byArticle ? row.Doc : row.Group;
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
