using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Text;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>Reads a web page that lists articles as if it were a feed, for sites that have none.</summary>
internal sealed class ListPageReader(TimeProvider clock)
{
    /// <summary>Reads a page.</summary>
    /// <param name="page">As fetched.</param>
    /// <param name="feed">Says what the links of the list are: by CSS selector of links, or of elements that hold one each, by what their
    /// addresses look like, or both; found where it says neither.</param>
    /// <param name="cancellation">Stops reading.</param>
    public FeedParse Read(FetchResult.Fetched page, WatchedFeed feed, CancellationToken cancellation) => BoundedHtml.Read<FeedParse>(
        page.Body,
        page.Headers.GetValueOrDefault("content-type"),
        page.Address,
        clock,
        (document, stop) => Read(document, page.Address, feed, stop),
        why => new FeedParse.Failed($"the page is refused: {why}"),
        cancellation);

    private FeedParse Read(IHtmlDocument document, Uri address, WatchedFeed feed, CancellationToken stop)
    {
        IReadOnlyList<IElement> links;
        try
        {
            links = Links(document, address, feed, stop);
        }
        catch (DomException)
        {
            return new FeedParse.Failed($"'{feed.Select}' is no CSS selector");
        }
        return links.Count == 0
            ? new FeedParse.Failed(
                feed.Select is { } selector ? $"the page holds no link that '{selector}' selects"
                : feed.Links is { } pattern ? $"the page holds no link like '{pattern}'"
                : "the page holds no list of links")
            : new FeedParse.Parsed(new()
            {
                Format = FeedFormat.Rss,
                Title = PlainText.Title(document.Title, isHtml: false),
                Link = address.AbsoluteUri,
                Language = document.DocumentElement.GetAttribute("lang"),
                Entries = [.. Entries(links, document.DocumentElement.GetAttribute("lang") ?? feed.Language, stop)],
            });
    }

    private static IReadOnlyList<IElement> Links(
        IDocument document, Uri address, WatchedFeed feed, CancellationToken stop)
    {
        if (feed.Select is null && feed.Links is null)
            return LinkLists.Find(document, address, stop);
        var selected = document.QuerySelectorAll(feed.Select ?? "a[href]")
            .Select(element => element.LocalName == "a" ? element : element.QuerySelector("a[href]"))
            .OfType<IElement>()
            .Where(link => LinkLists.Target(link) is not null)
            .Take(Bound.Page.Links);
        return feed.Links is { } written && new LinkPattern(written) is var pattern
            ? [.. selected.Where(link => pattern.Matches(LinkLists.Target(link)!))]
            : [.. selected];
    }

    private IEnumerable<FeedEntry> Entries(IReadOnlyList<IElement> links, string? language, CancellationToken stop)
    {
        var targets = links.Select(link => LinkLists.Target(link)!.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var articles = links.GroupBy(link => LinkLists.Target(link)!.AbsoluteUri, StringComparer.Ordinal).ToList();
        var dates = new ListDates(language, clock.GetUtcNow());
        var written = articles.Select(same => dates.Find(same, targets, stop)).ToList();
        foreach (var (same, found) in articles.Zip(written))
        {
            var published = dates.Read(found);
            yield return new()
            {
                Link = same.Key,
                Title = PlainText.Title(same.Select(LinkLists.Label).MaxBy(label => label.Length), isHtml: false),
                Published = published,
                PublishedMarks = FeedDates.DoubtsOf(published, clock.GetUtcNow()),
            };
        }
    }
}
