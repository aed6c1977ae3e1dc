using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Layout;
using NewsWatch.Storage;

namespace NewsWatch.Review.Articles;

/// <summary>The list of articles and the page of one.</summary>
internal static class ArticleEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", ListAsync);
        endpoints.MapGet("/articles/{id}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ArticleIndex index, IOptions<ReviewOptions> options, CancellationToken cancellation)
    {
        var filter = ArticleFilter.Of(context.Request.Query);
        var days = filter.Days ?? options.Value.Days;
        var rows = await index.ReadAsync(days, cancellation);
        return Page.Of<ArticlesPage>(
            (nameof(ArticlesPage.List), ListPage.Of([.. rows.Where(filter.Matches)], filter.Page, options.Value.PageSize)),
            (nameof(ArticlesPage.Filter), filter),
            (nameof(ArticlesPage.Days), days));
    }

    private static async Task<IResult> ShowAsync(string id, ArticleStore articles, CancellationToken cancellation)
        => BlobId.IsValid(id) && await articles.ReadAsync(id, cancellation) is { } article
            ? Page.Of<ArticlePage>((nameof(ArticlePage.Article), article))
            : Page.NotFound();
}
