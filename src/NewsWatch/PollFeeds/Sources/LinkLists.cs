using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsWatch.Text;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>
/// Finds the list of articles on a page. The links of a list stand in alike places: links are grouped by the elements and classes around
/// them, and the group that says most wins. Links of navigation, footers and forms do not count, nor links to other sites.
/// </summary>
internal static class LinkLists
{
    private const int FewestLinks = 3;
    private const int ShortestLabel = 15;
    private const int LongestLabel = 160;
    private const int PathLength = 6;

    private const string Around = "nav,footer,form,[role=navigation],[role=contentinfo],[role=search],[aria-label*=breadcrumb i],.breadcrumb,.breadcrumbs,.pagination,.pager,.menu";

    /// <summary>The links of the page's list of articles, in order; none where no group of links looks like one.</summary>
    public static IReadOnlyList<IElement> Find(IDocument document, Uri address, CancellationToken stop)
    {
        var dated = new Dictionary<INode, bool>();
        var lists = document.QuerySelectorAll("a[href]")
            .Take(Bound.Page.Links)
            .Where(link => MayBeArticle(link, address, stop))
            .GroupBy(Place, StringComparer.Ordinal)
            .Select(group => (Links: group.ToList(), Weight: Weight([.. group], dated, stop)))
            .Where(group => group.Weight > 0)
            .OrderByDescending(group => group.Weight)
            .Select(group => group.Links);
        return lists.FirstOrDefault() ?? [];
    }

    /// <summary>Where a link leads, without its fragment; null where that is no http or https address.</summary>
    public static Uri? Target(IElement link)
        => link is IHtmlAnchorElement anchor && Uri.TryCreate(anchor.Href, UriKind.Absolute, out var target) && target.Scheme is "http" or "https"
            ? new(target.GetLeftPart(UriPartial.Query))
            : null;

    /// <summary>A link's text on one line; its title or its picture's text where it has none.</summary>
    public static string Label(IElement link)
    {
        var text = OneLine(link.TextContent);
        return Bound.Cut(text.Length > 0 ? text : OneLine(link.GetAttribute("title") ?? link.QuerySelector("img[alt]")?.GetAttribute("alt") ?? ""), Bound.Line);
    }

    private static bool MayBeArticle(IElement link, Uri address, CancellationToken stop)
        => !IsStopped(stop)
        && Label(link).Length >= ShortestLabel
        && Target(link) is { } target
        && IsSameSite(target, address)
        && target.AbsolutePath.Length > 1
        && target.GetLeftPart(UriPartial.Path) + target.Query != address.GetLeftPart(UriPartial.Path) + address.Query
        && link.Closest(Around) is null;

    private static bool IsStopped(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return false;
    }

    private static bool IsSameSite(Uri target, Uri address)
    {
        var (one, other) = (WithoutWww(target.Host), WithoutWww(address.Host));
        return one == other || one.EndsWith('.' + other, StringComparison.Ordinal) || other.EndsWith('.' + one, StringComparison.Ordinal);
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static string Place(IElement link)
    {
        var steps = new List<string>(PathLength);
        for (IElement? element = link; element is not null && element.LocalName is not ("body" or "main") && steps.Count < PathLength; element = element.ParentElement)
            steps.Add(element.ClassList.Length > 0 ? $"{element.LocalName}.{element.ClassList[0]}" : element.LocalName);
        return string.Join('<', steps);
    }

    private static double Weight(List<IElement> links, Dictionary<INode, bool> known, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var labels = links.GroupBy(link => Target(link)!.AbsoluteUri, StringComparer.Ordinal)
            .Select(same => Math.Min(LongestLabel, same.Max(link => Label(link).Length))).ToList();
        if (labels.Count < FewestLinks)
            return 0;
        var dated = links.Count(link => !IsStopped(stop) && ListDates.Near(link, known)) / (double)links.Count;
        var central = links[0].Closest("main,article,[role=main]") is not null ? 1.5 : 1;
        var aside = links[0].Closest("aside,header") is not null ? 0.3 : 1;
        return labels.Sum() * (1 + dated) * central * aside;
    }

    private static string OneLine(string text) => string.Join(' ', Bound.Cut(text, Bound.LineMarkup).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
