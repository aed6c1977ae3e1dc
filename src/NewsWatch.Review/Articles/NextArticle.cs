using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Search;

namespace NewsWatch.Review.Articles;

/// <summary>The article to go on with.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Title">What it claims, else its title.</param>
/// <param name="Language">Language of that; null for the site's own words, or where unknown.</param>
public sealed record NextArticle(string Address, string Title, string? Language);

/// <summary>Finds what comes after an article in the list it was opened from.</summary>
internal sealed class NextToReview(ArticleSearch search, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <summary>
    /// The one below this in its list; where this has left the list since, as by a decision, the first that is not newer, else the first.
    /// Null where nothing else is in it.
    /// </summary>
    public async Task<NextArticle?> AfterAsync(Article article, DeskAddress address, CancellationToken cancellation)
    {
        var query = QueryOf(address);
        var rows = await RowsAsync(query, cancellation);
        var here = rows.FindIndex(row => row.Articles.Any(one => one.Id == article.Id));
        var published = article.Content?.Published ?? article.Mentions[0].Published ?? article.FoundAt;
        var next = here < 0 ? rows.Find(row => row.Published <= published) ?? rows.FirstOrDefault()
            : here + 1 < rows.Count ? rows[here + 1]
            : (await RowsAsync(query with { Page = query.Page + 1 }, cancellation)).Find(row => row.Articles.All(one => one.Id != article.Id));
        return next is { Lead: var lead }
            ? new(address.Other(lead.Id), string.IsNullOrWhiteSpace(lead.Title) ? lead.Shown.Address.ToString() : lead.Title, lead.Language)
            : null;
    }

    private async Task<List<InboxRow>> RowsAsync(SearchQuery query, CancellationToken cancellation)
        => [.. (await search.FindAsync(query, options.Value.PageSize, null, cancellation)).Rows];

    /// <summary>The query of the list; what waits for review where it was no list of articles.</summary>
    private SearchQuery QueryOf(DeskAddress address) => SearchQuery.Of(
        address.Back.StartsWith("/?", StringComparison.Ordinal)
            ? new QueryCollection(QueryHelpers.ParseQuery(address.Back[1..]))
            : QueryCollection.Empty,
        time.GetUtcNow());
}
