using System.Collections.Concurrent;

namespace NewsWatch.Review.Search;

/// <summary>
/// The large buffers of one search, used again by the next: new ones for each would have the collector look through every article kept in
/// memory some times a second.
/// </summary>
internal sealed class SearchScratch : IDisposable
{
    private static readonly ConcurrentBag<SearchScratch> Idle = [];

    private SearchScratch()
    {
    }

    /// <summary>Numbers of the articles found.</summary>
    public List<int> Found { get; } = [];

    /// <summary>Numbers of those that are in the tab that is shown.</summary>
    public List<int> InTab { get; } = [];

    /// <summary>For each article as the first of its row: the tabs the row is in.</summary>
    public byte[] Tabs { get; private set; } = [];

    /// <summary>For each article as the first of its row: the row's time.</summary>
    public long[] Times { get; private set; } = [];

    /// <summary>The rows, to be sorted.</summary>
    public List<long> Keys { get; } = [];

    /// <summary>Buffers for so many articles, empty.</summary>
    public static SearchScratch Take(int articles)
    {
        var scratch = Idle.TryTake(out var idle) ? idle : new();
        if (scratch.Tabs.Length < articles)
        {
            scratch.Tabs = new byte[articles + (articles / 8)];
            scratch.Times = new long[articles + (articles / 8)];
        }
        return scratch;
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        Found.Clear();
        InTab.Clear();
        Keys.Clear();
        Array.Clear(Tabs);
        Array.Clear(Times);
        Idle.Add(this);
    }
}
