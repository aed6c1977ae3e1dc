using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>
/// The document an entry is about, where it is one: enclosed (RSS 2.0 <c>enclosure</c>, Atom <c>rel="enclosure"</c>), else linked from its
/// text. Of several none is the article.
/// </summary>
internal static partial class EntryDocument
{
    public static string? Read(in EntryFacts facts, TextConstruct text, XElement entry, FeedLinks links)
    {
        var enclosed = Enclosed(facts, links);
        return enclosed.Count > 0 ? Sole(enclosed) : text.IsHtml ? Sole(Linked(text.Value, entry, links)) : null;
    }

    /// <summary>Whether an address or its media type says that it is a PDF.</summary>
    public static bool IsPdf(string? address, string? type) =>
        (type?.Contains("pdf", StringComparison.OrdinalIgnoreCase) ?? false) || (address is not null && PdfPath().IsMatch(address));

    private static List<string> Enclosed(in EntryFacts facts, FeedLinks links)
    {
        List<string> found = [];
        foreach (var element in facts.Enclosures ?? [])
            Add(found, element.Attribute("url")?.Value ?? element.Attribute("href")?.Value, element, links);
        foreach (var element in facts.AtomLinks ?? [])
            if (element.Attribute("rel")?.Value.Trim().Equals("enclosure", StringComparison.OrdinalIgnoreCase) ?? false)
                Add(found, element.Attribute("href")?.Value, element, links);
        return found;
    }

    private static void Add(List<string> found, string? address, XElement element, FeedLinks links)
    {
        if (IsPdf(address, element.Attribute("type")?.Value) && links.Absolute(address, element) is { } absolute)
            found.Add(absolute);
    }

    private static List<string> Linked(string markup, XElement entry, FeedLinks links)
    {
        List<string> found = [];
        foreach (Match link in PdfLink().Matches(markup))
            if (links.Absolute(System.Net.WebUtility.HtmlDecode(link.Groups["address"].Value), entry) is { } absolute)
                found.Add(absolute);
        return found;
    }

    private static string? Sole(List<string> found) => found.Distinct(StringComparer.Ordinal).ToList() is [var sole] ? sole : null;

    [GeneratedRegex(@"\.pdf(?:[?#]|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PdfPath();

    [GeneratedRegex(
        "\\shref\\s*=\\s*[\"']?(?<address>[^\"'>\\s]+\\.pdf(?:[?#][^\"'>\\s]*)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PdfLink();
}
