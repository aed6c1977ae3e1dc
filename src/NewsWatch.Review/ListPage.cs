namespace NewsWatch.Review;

/// <summary>One page of a list.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Number">Which page, from 1 to <paramref name="Pages"/>.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Total">Rows of all pages.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Number, int Pages, int Total);

/// <summary>Cuts lists into pages.</summary>
internal static class ListPage
{
    /// <summary>Cuts page <paramref name="number"/> out of all rows; a number past the end gives the last page.</summary>
    public static ListPage<T> Of<T>(IReadOnlyList<T> all, int number, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var page = Math.Clamp(number, 1, pages);
        var first = (page - 1) * size;
        return new([.. Enumerable.Range(first, Math.Min(size, all.Count - first)).Select(at => all[at])], page, pages, all.Count);
    }
}
