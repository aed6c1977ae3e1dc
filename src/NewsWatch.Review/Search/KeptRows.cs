namespace NewsWatch.Review.Search;

/// <summary>
/// The rows of the last lists that were asked for without words, for as long as no article changes: who leafs through a list, or comes back
/// to it from an article, does not have every article looked at again. Three lists at most, of some 25 bytes an article each.
/// </summary>
internal sealed class KeptRows : IDisposable
{
    private const int Most = 3;

    private readonly Lock gate = new();
    private readonly List<(string Key, FoundRows Rows, SearchScratch Scratch)> kept = [];
    private FacetRows of = FacetRows.None;

    /// <summary>Reads rows, which are found where they are not kept. One reader at a time: rows are put in order as they are read.</summary>
    /// <param name="table">The articles.</param>
    /// <param name="key">What is asked for; the same key, the same rows.</param>
    /// <param name="find">Finds them.</param>
    /// <param name="read">Reads what is wanted of them.</param>
    public T Read<T>(FacetRows table, string key, Func<SearchScratch, FoundRows> find, Func<FoundRows, T> read)
    {
        lock (gate)
        {
            if (table != of)
                Drop(kept.Count);
            of = table;
            var at = kept.FindIndex(one => one.Key == key);
            if (at < 0)
            {
                Drop(kept.Count - Most + 1);
                var scratch = SearchScratch.Take(table.Length);
                kept.Add((key, find(scratch), scratch));
            }
            else
            {
                kept.Add(kept[at]);
                kept.RemoveAt(at);
            }
            return read(kept[^1].Rows);
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => Drop(kept.Count);

    /// <summary>Forgets so many, those first that were not asked for the longest.</summary>
    private void Drop(int count)
    {
        for (; count > 0; count--)
        {
            kept[0].Scratch.Dispose();
            kept.RemoveAt(0);
        }
    }
}
