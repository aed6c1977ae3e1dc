using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWatch.PollFeeds.Discovery;

/// <summary>Addresses on a page that may be feeds, those it declares as such first (RSS Advisory Board, "RSS Autodiscovery").</summary>
internal static partial class FeedLinks
{
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml", "application/xml", "text/xml",
    };

    /// <summary>Candidates with how each was found, in the page's order, feeds of comments last.</summary>
    public static IEnumerable<(Uri Address, string How)> Of(IDocument page) => page.QuerySelectorAll("link[rel][href]").OfType<IHtmlLinkElement>()
        .Where(link => link.RelationList.Contains("feed") || (link.RelationList.Contains("alternate") && Types.Contains(MediaType(link.Type))))
        .Select(link => (Address: Absolute(link.Href), How: "declared by the page", IsComments: Comments().IsMatch($"{link.Href} {link.Title}")))
        .Concat(page.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>()
            .Where(anchor => Feedlike().IsMatch(anchor.Href))
            .Select(anchor => (Address: Absolute(anchor.Href), How: "linked by the page", IsComments: Comments().IsMatch(anchor.Href))))
        .OrderBy(link => link.IsComments)
        .Where(link => link.Address is not null)
        .Select(link => (link.Address!, link.How));

    private static string MediaType(string? type) => (type ?? "").Split(';')[0].Trim();

    private static Uri? Absolute(string? href)
        => Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    [GeneratedRegex(@"comment", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    [GeneratedRegex(@"[/.?=&_-](rss|atom|feeds?|rdf)([/.?=&_-]|\d|$)|\.rss|rss\.ashx", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Feedlike();
}
