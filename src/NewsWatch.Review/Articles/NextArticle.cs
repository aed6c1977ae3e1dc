using Microsoft.Extensions.Options;

namespace NewsWatch.Review.Articles;

/// <summary>The article to go on with.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language; null where unknown.</param>
public sealed record NextArticle(string Address, string Title, string? Language);

/// <summary>Finds what waits for review after an article.</summary>
internal sealed class NextToReview(ArticleIndex index, IOptions<ReviewOptions> options)
{
    /// <summary>The one below this in the list of what waits, or its first; null where nothing else waits.</summary>
    public async Task<NextArticle?> AfterAsync(string article, CancellationToken cancellation)
    {
        var rows = await index.ReadAsync(options.Value.Days, cancellation);
        var filter = new ArticleFilter { View = ArticleView.ToReview };
        var below = rows.SkipWhile(row => row.Outcome.Article != article).Skip(1);
        return below.Concat(rows).FirstOrDefault(row => row.Outcome.Article != article && filter.Matches(row)) is { Outcome: var next }
            ? new($"/articles/{next.Article}", string.IsNullOrWhiteSpace(next.Title) ? next.Address.ToString() : next.Title, next.Language)
            : null;
    }
}
