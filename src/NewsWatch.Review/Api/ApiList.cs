using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsWatch.Review.Api;

/// <summary>One stretch of a list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">Address of the stretch after it; null at the end.</param>
public sealed record ApiList<T>(IReadOnlyList<T> Items, int Total, string? Next)
{
    /// <summary>The same stretch, its items told otherwise.</summary>
    internal ApiList<TOther> With<TOther>(IReadOnlyList<TOther> items) => new(items, Total, Next);
}

/// <summary>Makes stretches.</summary>
internal static class ApiList
{
    /// <summary>A list without items.</summary>
    public static ApiList<T> Empty<T>() => new([], 0, null);
}

/// <summary>
/// Cuts lists by cursors: a cursor names the last item given, not a place, so that what comes in meanwhile neither repeats nor hides items.
/// </summary>
internal static class ApiCursor
{
    private const int Usual = 50;
    private const int Most = 500;

    /// <summary>The stretch that a request asks for by <c>cursor</c> and <c>limit</c>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="all">The whole list, sorted by <paramref name="key"/>.</param>
    /// <param name="key">Orders the items; the same order as the list's, ascending by ordinal comparison.</param>
    public static ApiList<T> Cut<T>(HttpContext context, IReadOnlyList<T> all, Func<T, string> key)
    {
        var query = context.Request.Query;
        var limit = int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Most) : Usual;
        var start = Decode(query["cursor"]) is { } after ? FirstAfter(all, key, after) : 0;
        T[] items = [.. Enumerable.Range(start, Math.Min(limit, all.Count - start)).Select(at => all[at])];
        return new(items, all.Count, start + items.Length < all.Count ? Address(context.Request, key(items[^1])) : null);
    }

    /// <summary>A number, not below 0, as text that sorts from the least to the greatest.</summary>
    public static string Ascending(long number) => number.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>A number as text that sorts from the greatest to the least.</summary>
    public static string Descending(long number) => (long.MaxValue - number).ToString("x16", CultureInfo.InvariantCulture);

    private static int FirstAfter<T>(IReadOnlyList<T> all, Func<T, string> key, string after)
    {
        // Lists are put in order only as far as somebody looks: the first is looked at first, then twice as far each time.
        var (low, high) = (0, Math.Min(Usual, all.Count));
        while (high < all.Count && string.CompareOrdinal(key(all[high]), after) <= 0)
            (low, high) = (high + 1, Math.Min(2 * high, all.Count));
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(key(all[middle]), after) <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static string? Decode(string? cursor)
    {
        try
        {
            return string.IsNullOrEmpty(cursor) ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor));
        }
        catch (FormatException)
        {
            // Not one of ours: the list begins at its beginning.
            return null;
        }
    }

    private static string Address(HttpRequest request, string last)
    {
        var kept = request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return request.Path + QueryString.Create([.. kept, KeyValuePair.Create("cursor", (string?)WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(last)))]);
    }
}
