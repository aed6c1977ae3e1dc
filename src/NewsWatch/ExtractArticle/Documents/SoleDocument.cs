using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsWatch.Fetching;
using NewsWatch.Text;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>
/// The one PDF a page leads to outside its navigation: on many a ministry's page that is the text, and the page its cover.
/// </summary>
internal static partial class SoleDocument
{
    private const int ReadBytes = 512 * 1024;

    /// <summary>Its address; null where the page leads to none, or to several.</summary>
    public static Uri? Of(FetchResult.Fetched page)
    {
        var read = page.Body.Span[..Math.Min(ReadBytes, page.Body.Length)];
        if (!AsciiText.Contains(read, ".pdf"u8))
            return null;
        var markup = Encoding.UTF8.GetString(read);
        Uri? sole = null;
        foreach (Match link in Link().Matches(Around().Replace(markup, " ")))
        {
            if (!Uri.TryCreate(page.Address, WebUtility.HtmlDecode(link.Groups["address"].Value), out var found)
                || found.Scheme is not ("http" or "https")
                || found == sole)
                continue;
            if (sole is not null)
                return null;
            sole = found;
        }
        return sole;
    }

    [GeneratedRegex(
        "<!--.*?-->|<(?:script|style|nav|header|footer|aside|template)[\\s>].*?</(?:script|style|nav|header|footer|aside|template)\\s*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Around();

    [GeneratedRegex(
        "<a\\s[^>]*?href\\s*=\\s*[\"']?(?<address>[^\"'>\\s]+\\.pdf(?:[?#][^\"'>\\s]*)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
