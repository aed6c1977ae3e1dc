using AngleSharp;
using AngleSharp.Dom;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>Reads a web page that lists articles as if it were a feed, for sites that have none.</summary>
internal sealed class ListPageReader(TimeProvider clock)
{
    /// <summary>Reads a page.</summary>
    /// <param name="page">As fetched.</param>
    /// <param name="selector">CSS selector of the links, or of elements that hold one each; null to find the list.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<FeedParse> ReadAsync(FetchResult.Fetched page, string? selector, CancellationToken cancellation)
    {
        using var context = BrowsingContext.New(Configuration.Default);
        using var body = new MemoryStream(page.Body.ToArray(), writable: false);
        using var document = await context.OpenAsync(
            response => response.Content(body).Address(page.Address.AbsoluteUri)
                .Header("content-type", page.Headers.GetValueOrDefault("content-type") ?? "text/html"),
            cancellation);
        IReadOnlyList<IElement> links;
        try
        {
            links = selector is null ? LinkLists.Find(document, page.Address) : Selected(document, selector);
        }
        catch (DomException)
        {
            return new FeedParse.Failed($"'{selector}' is no CSS selector");
        }
        return links.Count == 0
            ? new FeedParse.Failed(selector is null ? "the page holds no list of links" : $"the page holds no link that '{selector}' selects")
            : new FeedParse.Parsed(new()
            {
                Format = FeedFormat.Rss,
                Title = document.Title ?? "",
                Link = page.Address.AbsoluteUri,
                Language = document.DocumentElement.GetAttribute("lang"),
                Entries = [.. Entries(links)],
            });
    }

    private static List<IElement> Selected(IDocument document, string selector)
        => [.. document.QuerySelectorAll(selector)
            .Select(element => element.LocalName == "a" ? element : element.QuerySelector("a[href]"))
            .OfType<IElement>()
            .Where(link => LinkLists.Target(link) is not null)];

    private IEnumerable<FeedEntry> Entries(IReadOnlyList<IElement> links)
    {
        var targets = links.Select(link => LinkLists.Target(link)!.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        foreach (var same in links.GroupBy(link => LinkLists.Target(link)!.AbsoluteUri, StringComparer.Ordinal))
        {
            var published = ListDates.Of(same.First(), targets);
            yield return new()
            {
                Link = same.Key,
                Title = same.Select(LinkLists.Label).MaxBy(label => label.Length)!,
                Published = published,
                PublishedMarks = published > clock.GetUtcNow() + TimeSpan.FromDays(1) ? FeedDateMarks.Future : FeedDateMarks.None,
            };
        }
    }
}
