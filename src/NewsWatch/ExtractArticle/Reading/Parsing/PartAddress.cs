using System.Globalization;
using System.Text.RegularExpressions;
using NewsWatch.Fetching.Hops;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>
/// Addresses of the parts of one article: alike but for the number of the part, as in <c>?page=2</c>, <c>/page/2</c>, <c>/2</c>,
/// <c>-2.html</c>. A link to the next article (<c>rel="next"</c> means that on many sites) is none.
/// </summary>
internal static partial class PartAddress
{
    private const int MostParts = 50;

    /// <summary>True for an address whose last number is that of a part; a quick look before <see cref="Next"/>.</summary>
    public static bool EndsInSmallNumber(string address)
    {
        var end = address.Length;
        while (end > 0 && !char.IsAsciiDigit(address[end - 1]) && address.Length - end < 6)
            end--;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(address[start - 1]))
            start--;
        return end - start is 1 or 2;
    }

    /// <summary>The address of the next part among those a page links to; null where none is.</summary>
    /// <param name="page">The part at hand.</param>
    /// <param name="links">Addresses as the page writes them.</param>
    public static Uri? Next(Uri page, IEnumerable<string> links)
    {
        var (own, number) = Parted(page);
        foreach (var link in links)
            if (Uri.TryCreate(page, link, out var candidate) && candidate.Scheme is "http" or "https" && HostName.Of(candidate) == HostName.Of(page)
                && candidate.Port == page.Port && Parted(candidate) is var (other, next) && next == Math.Max(1, number) + 1 && next <= MostParts && other == own)
                return new(candidate.GetLeftPart(UriPartial.Query));
        return null;
    }

    /// <summary>The address without the number of the part, and that number; 0 where it has none.</summary>
    private static (string Address, int Number) Parted(Uri address)
    {
        var query = InQuery().Match(address.Query);
        if (query.Success)
            return (address.AbsolutePath.TrimEnd('/') + InQuery().Replace(address.Query, "").Trim('?', '&'), Number(query));
        var path = InPath().Match(address.AbsolutePath);
        return path.Success
            ? (address.AbsolutePath[..path.Index].TrimEnd('/') + path.Groups["end"].Value + address.Query.TrimStart('?'), Number(path))
            : (address.AbsolutePath.TrimEnd('/') + address.Query.TrimStart('?'), 0);
    }

    private static int Number(Match match) => int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=[?&])(?:page|p|pg|paged|part|pagina|seite|strana|sida|side|pageno|page_no)=(?<n>[0-9]{1,2})(?:&|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InQuery();

    [GeneratedRegex(@"(?:/(?:(?:page|p|seite|pagina|part|teil|sida|side)[-/_]?)?|[-_,](?:page|seite|p|s|part|teil)?[-_]?)(?<n>[0-9]{1,2})(?<end>\.[a-z]{3,5})?/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InPath();
}
