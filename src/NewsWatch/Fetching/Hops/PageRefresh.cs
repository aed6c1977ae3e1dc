using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsWatch.Text;

namespace NewsWatch.Fetching.Hops;

/// <summary>
/// Where a page sends its readers on: the <c>Refresh</c> header and <c>meta http-equiv=refresh</c> (HTML, "shared declarative refresh
/// steps"). At once, always; after some seconds or for readers without scripts, only where the page holds nothing else. A page that reloads
/// itself leads nowhere.
/// </summary>
internal static partial class PageRefresh
{
    private const int ReadBytes = 64 * 1024;
    private const int FewLetters = 400;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The address a page sends on to, and whether at once; null where it stays.</summary>
    public static (Uri Target, bool AtOnce)? Of(FetchResult.Fetched page)
    {
        if (!MayBePage(page))
            return null;
        var read = page.Body.Span[..Math.Min(ReadBytes, page.Body.Length)];
        var header = page.Headers.GetValueOrDefault("refresh");
        if (header is null && !AsciiText.Contains(read, "refresh"u8))
            return null;
        var plain = Hidden().Replace(Encoding.UTF8.GetString(read), " ");
        var isBare = page.Body.Length <= ReadBytes && Letters(plain) < FewLetters;
        if (header is not null && Follow(header, page.Address, isBare, false) is { } byHeader)
            return byHeader;
        var start = BaseOf(plain, page.Address);
        foreach (Match noscript in Noscript().Matches(plain))
            foreach (var content in Contents(noscript.Value))
                if (Follow(content, start, isBare, true) is { } hop)
                    return hop;
        foreach (var content in Contents(Noscript().Replace(plain, " ")))
            if (Follow(content, start, isBare, false) is { } hop)
                return hop;
        return null;

        (Uri, bool)? Follow(string text, Uri origin, bool bare, bool onlyWithoutScripts)
        {
            if (Parts().Match(text) is not { Success: true } parts
                || !double.TryParse(
                    parts.Groups["delay"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                || TypedAddress.Resolve(origin, System.Net.WebUtility.HtmlDecode(Unquoted(parts.Groups["address"].Value))) is not { } target
                || Same(target, page.Address))
                return null;
            var atOnce = seconds == 0;
            return atOnce && !onlyWithoutScripts || bare && seconds <= Longest.TotalSeconds ? (target, atOnce) : null;
        }
    }

    private static bool MayBePage(FetchResult.Fetched page)
    {
        var start = Encoding.Latin1.GetString(page.Body.Span[..Math.Min(512, page.Body.Length)])
            .TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (Document().IsMatch(start))
            return false;
        return page.Headers.TryGetValue("content-type", out var type)
            ? type.Contains("html", StringComparison.OrdinalIgnoreCase)
                || (start.StartsWith('<') && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            : start.Length == 0 || start[0] == '<';
    }

    private static IEnumerable<string> Contents(string markup)
    {
        foreach (Match meta in Meta().Matches(markup))
            if (Equivalent().IsMatch(meta.Value) && Content().Match(meta.Value) is { Success: true } content)
                yield return content.Groups["quoted"].Success ? content.Groups["quoted"].Value
                    : content.Groups["single"].Success ? content.Groups["single"].Value
                    : content.Groups["bare"].Value;
    }

    private static Uri BaseOf(string markup, Uri address)
        => BaseElement().Match(markup) is { Success: true } written
            && TypedAddress.Resolve(address, written.Groups["href"].Value) is { } origin
            ? origin
            : address;

    // HTML ends the address at the quote it began with.
    private static string Unquoted(string text)
    {
        text = text.Trim();
        if (text.Length == 0 || text[0] is not ('"' or '\''))
            return text;
        var end = text.IndexOf(text[0], 1);
        return end < 0 ? text[1..] : text[1..end];
    }

    private static bool Same(Uri one, Uri other) => one.GetLeftPart(UriPartial.Query) == other.GetLeftPart(UriPartial.Query);

    private static int Letters(string markup)
    {
        var letters = 0;
        foreach (var letter in Tags().Replace(Noscript().Replace(markup, " "), " "))
            if (char.IsLetter(letter))
                letters++;
        return letters;
    }

    [GeneratedRegex(
        "^<(?:\\?xml[^>]*>\\s*<)?(?:rss|feed|rdf|entry|urlset|sitemapindex|opml)[\\s:>]",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Document();

    [GeneratedRegex(
        "<!--.*?-->|<(?:script|style|template|textarea|title)[\\s>].*?</(?:script|style|template|textarea|title)\\s*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex("<noscript[\\s>].*?</noscript\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Noscript();

    [GeneratedRegex("<meta\\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Meta();

    [GeneratedRegex("http-equiv\\s*=\\s*[\"']?\\s*refresh[\\s\"'/>]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Equivalent();

    [GeneratedRegex(
        "\\scontent\\s*=\\s*(?:\"(?<quoted>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[^\\s>]+))",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Content();

    [GeneratedRegex(
        "^\\s*(?<delay>\\d*\\.?\\d*)\\s*[;,]\\s*(?:url\\s*=\\s*)?(?<address>\\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    [GeneratedRegex("<base\\s[^>]*?href\\s*=\\s*[\"']?(?<href>[^\"'\\s>]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BaseElement();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
