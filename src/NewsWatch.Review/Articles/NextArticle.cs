using Microsoft.AspNetCore.Http;
using NewsWatch.Review.Search;

namespace NewsWatch.Review.Articles;

/// <summary>The article to go on with.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Title">What it claims, else its title.</param>
/// <param name="Language">Language of that; null for the site's own words, or where unknown.</param>
public sealed record NextArticle(string Address, string Title, string? Language);

/// <summary>Finds what waits for review after an article.</summary>
internal sealed class NextToReview(ArticleSearch search, TimeProvider time)
{
    private const int MostLookedAt = 200;

    /// <summary>The one below this in the list of what waits, or its first; null where nothing else waits.</summary>
    public async Task<NextArticle?> AfterAsync(Article article, CancellationToken cancellation)
    {
        var query = SearchQuery.Of(QueryCollection.Empty, time.GetUtcNow());
        var rows = (await search.FindAsync(query, MostLookedAt, null, cancellation)).Rows;
        var published = article.Content?.Published ?? article.Mentions[0].Published ?? article.FoundAt;
        var others = rows.Where(row => row.Articles.All(one => one.Id != article.Id)).ToList();
        return (others.FirstOrDefault(row => row.Published <= published) ?? others.FirstOrDefault()) is { Lead: var next }
            ? new($"/articles/{next.Id}", string.IsNullOrWhiteSpace(next.Title) ? next.Shown.Address.ToString() : next.Title, next.Language)
            : null;
    }
}
