using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Articles;

/// <summary>Lays an article on the desk: with its story, what was saved just now, and what comes next.</summary>
internal sealed class ArticleDesk(StoryStore stories, NextToReview next, Reviewer reviewer)
{
    /// <summary>The article's page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="article">The article.</param>
    /// <param name="input">What was typed and not taken; empty otherwise.</param>
    /// <param name="problem">Why it was not taken; null where nothing was typed.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RazorComponentResult> ShowAsync(
        HttpContext context, Article article, DecisionInput input, string? problem, CancellationToken cancellation)
    {
        var address = Address(context, article.Id);
        var page = Page.Of<ArticlePage>(
            (nameof(ArticlePage.Article), article),
            (nameof(ArticlePage.Input), input),
            (nameof(ArticlePage.Problem), problem),
            (nameof(ArticlePage.Saved), problem is null ? Saved(context) : null),
            (nameof(ArticlePage.Next), await next.AfterAsync(article, address, cancellation)),
            (nameof(ArticlePage.Story), article.Story is { } story ? await stories.ReadAsync(story, cancellation) : null),
            (nameof(ArticlePage.Desk), address),
            (nameof(ArticlePage.SignedIn), reviewer.SignedIn(context)),
            (nameof(ArticlePage.Name), ReviewerName.Of(reviewer, context)));
        page.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    /// <summary>Where an article lies, with the list that the request says it was opened from.</summary>
    public static DeskAddress Address(HttpContext context, string article) => DeskAddress.Of(article, context.Request.Query["from"]);

    private static string? Saved(HttpContext context) => WireName.Parse<DecisionStep>(context.Request.Query["saved"]) switch
    {
        DecisionStep.Confirm => "Confirmed.",
        DecisionStep.Dismiss => "Dismissed.",
        DecisionStep.Correct => "Corrected.",
        DecisionStep.Add => "Added.",
        _ => null,
    };
}
