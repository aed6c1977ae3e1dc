using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsWatch.DecideArticle;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Articles;

/// <summary>The page of an article, and the decision on it.</summary>
internal static class ArticleEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/articles/{id}", ShowAsync);
        endpoints.MapPost("/articles/{id}/decisions", DecideAsync);
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, ArticleStore articles, Reviewer reviewer, CancellationToken cancellation)
        => BlobId.IsValid(id) && await articles.ReadAsync(id, cancellation) is { } article
            ? Show(article, new(), null, reviewer.SignedIn(context))
            : Page.NotFound();

    private static async Task<IResult> DecideAsync(
        string id, HttpContext context, ArticleStore articles, ArticleDecider decider, Reviewer reviewer, CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id) || await articles.ReadAsync(id, cancellation) is not { } article)
            return Page.NotFound();
        var input = DecisionInput.Of(await context.Request.ReadFormAsync(cancellation));
        return await input.TakeAsync(article, decider, reviewer.Name(context, input.By), cancellation) switch
        {
            DecisionOutcome.Kept => new SeeOther($"/articles/{id}#decide"),
            DecisionOutcome.Refused refused => Show(article, input, refused.Why, reviewer.SignedIn(context)),
            _ => Page.NotFound(),
        };
    }

    private static RazorComponentResult<ArticlePage> Show(Article article, DecisionInput input, string? problem, string? signedIn)
    {
        var page = Page.Of<ArticlePage>(
            (nameof(ArticlePage.Article), article),
            (nameof(ArticlePage.Input), input),
            (nameof(ArticlePage.Problem), problem),
            (nameof(ArticlePage.SignedIn), signedIn));
        page.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
