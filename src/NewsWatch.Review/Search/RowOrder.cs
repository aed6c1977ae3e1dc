using System.Collections;
using System.Runtime.InteropServices;

namespace NewsWatch.Review.Search;

/// <summary>
/// Rows as they are sorted: the latest first, of the same time the one that came in last; or the other way round. They are put in order only
/// as far as somebody looks: of a million, a page has fifty.
/// </summary>
internal sealed class RowOrder : IReadOnlyList<RowKey>
{
    private const int Fewest = 256;

    private readonly List<long> keys;
    private readonly bool oldestFirst;
    private int sorted;

    /// <param name="keys">The rows, packed, in any order; this now orders them.</param>
    /// <param name="oldestFirst">True for the oldest first.</param>
    public RowOrder(List<long> keys, bool oldestFirst)
    {
        (this.keys, this.oldestFirst) = (keys, oldestFirst);
        if (!oldestFirst)
            Turn(CollectionsMarshal.AsSpan(keys));
    }

    public int Count => keys.Count;

    public RowKey this[int index]
    {
        get
        {
            if (index >= sorted)
                SortTo(index + 1);
            return RowKey.Unpack(oldestFirst ? keys[index] : ~keys[index]);
        }
    }

    public IEnumerator<RowKey> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The greatest key becomes the least: what sorts upwards then has the latest first.</summary>
    private static void Turn(Span<long> keys)
    {
        for (var index = 0; index < keys.Length; index++)
            keys[index] = ~keys[index];
    }

    private void SortTo(int count)
    {
        var rest = CollectionsMarshal.AsSpan(keys)[sorted..];
        var wanted = Math.Min(rest.Length, Math.Max(Fewest, (2 * count) - sorted));
        Split(rest, wanted);
        rest[..wanted].Sort();
        sorted += wanted;
    }

    /// <summary>Puts the least so many in front, in any order (Hoare 1961, "Find").</summary>
    private static void Split(Span<long> keys, int wanted)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high && wanted < keys.Length)
        {
            var pivot = keys[low + ((high - low) / 2)];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (keys[left] < pivot)
                    left++;
                while (keys[right] > pivot)
                    right--;
                if (left <= right)
                {
                    (keys[left], keys[right]) = (keys[right], keys[left]);
                    left++;
                    right--;
                }
            }
            if (wanted <= right)
                high = right;
            else if (wanted >= left)
                low = left;
            else
                return;
        }
    }
}
