using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Agreements;
using NewsWatch.Review.Articles;
using NewsWatch.Review.Feeds;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Review.Api;

/// <summary>The site's lists and records as JSON; the filters are those of the pages. What changes anything is in <see cref="DecisionApi"/> and <see cref="DossierApi"/>.</summary>
internal static class ApiEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/articles", ListAsync);
        endpoints.MapGet("/api/articles/{id}", ShowAsync);
        endpoints.MapGet("/api/agreements", ListAgreementsAsync);
        endpoints.MapGet("/api/agreements/{id}", ShowAgreementAsync);
        endpoints.MapGet("/api/feeds", ListFeedsAsync);
        endpoints.MapGet("/api/developments", ListDevelopmentsAsync);
        DecisionApi.Map(endpoints);
        DossierApi.Map(endpoints);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ArticleIndex index, IOptions<ReviewOptions> options, CancellationToken cancellation)
    {
        var filter = ArticleFilter.Of(context.Request.Query);
        var rows = await index.ReadAsync(filter.Days ?? options.Value.Days, cancellation);
        var page = ListPage.Of([.. rows.Where(filter.Matches)], filter.Page, options.Value.PageSize);
        return Results.Json(page, ReviewJson.Default.ListPageArticleRow);
    }

    private static async Task<IResult> ShowAsync(string id, ArticleStore articles, CancellationToken cancellation)
        => BlobId.IsValid(id) && await articles.ReadAsync(id, cancellation) is { } article
            ? Results.Json(article, NewsWatchJson.Default.Article)
            : Results.NotFound();

    private static async Task<IResult> ListAgreementsAsync(
        HttpContext context, AgreementIndex index, IOptions<ReviewOptions> options, CancellationToken cancellation)
    {
        var filter = AgreementFilter.Of(context.Request.Query);
        var rows = await index.ReadAsync(cancellation);
        var page = ListPage.Of(filter.Of(rows), filter.Page, options.Value.PageSize);
        return Results.Json(page, ReviewJson.Default.ListPageAgreementRow);
    }

    private static async Task<IResult> ShowAgreementAsync(string id, DossierStore dossiers, CancellationToken cancellation)
        => BlobId.IsValid(id) && await dossiers.ReadAsync(id, cancellation) is { } dossier
            ? Results.Json(dossier, ReviewJson.Default.Dossier)
            : Results.NotFound();

    private static async Task<IResult> ListDevelopmentsAsync(HttpContext context, DevelopmentList developments, CancellationToken cancellation)
    {
        DateTimeOffset? since = DateOnly.TryParseExact(
            context.Request.Query["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null;
        return Results.Json(await developments.ReadAsync(since, cancellation), ExportJson.Default.IReadOnlyListDevelopmentRecord);
    }

    private static async Task<IResult> ListFeedsAsync(FeedDesk feeds, CancellationToken cancellation)
        => Results.Json(await feeds.ListAsync(cancellation), ReviewJson.Default.IReadOnlyListFeedRow);
}
