using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Agreements;
using NewsWatch.Review.Feeds;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;

namespace NewsWatch.Review.Api;

/// <summary>The ledger, the feeds and single articles as JSON; the inbox is in <see cref="InboxApi"/>, what changes anything in <see cref="DecisionApi"/> and <see cref="DossierApi"/>.</summary>
internal static class ApiEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        InboxApi.Map(endpoints);
        endpoints.MapGet("/api/articles/{id}", ShowAsync)
            .Says<Article>("getArticle", "An article with its text, its classification and the decisions on it").ProducesProblem(404);
        endpoints.MapGet("/api/agreements", ListAgreementsAsync).Says<ApiList<AgreementRow>>(
            "listAgreements",
            "The ledger, the agreement reported on last first",
            ("type", "Kind of instrument"),
            ("stage", "Stage it is at"),
            ("party", "Code of a party"),
            ("limit", "Most items, 1 to 500"),
            ("cursor", "Where to go on, as the stretch before gave it"));
        endpoints.MapGet("/api/agreements/{id}", ShowAgreementAsync)
            .Says<Dossier>("getAgreement", "An agreement's dossier: what each article tells of it").ProducesProblem(404);
        endpoints.MapGet("/api/feeds", ListFeedsAsync).Says<IReadOnlyList<FeedRow>>("listFeeds", "The feeds and how they are doing");
        endpoints.MapGet("/api/developments", ListDevelopmentsAsync).Says<IReadOnlyList<DevelopmentRecord>>(
            "listDevelopments", "What moved, what was learned late, what was taken back", ("since", "First day, as 2026-03-09"));
        DecisionApi.Map(endpoints);
        DossierApi.Map(endpoints);
        endpoints.MapOpenApi(ApiDocument.Route);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, ArticleStore articles, CancellationToken cancellation)
        => BlobId.IsValid(id) && await articles.ReadAsync(id, cancellation) is { } article
            ? ApiAnswer.Of(context, article, NewsWatchJson.Default.Article)
            : ApiAnswer.NotFound();

    private static async Task<IResult> ListAgreementsAsync(HttpContext context, AgreementIndex index, CancellationToken cancellation)
    {
        var filter = AgreementFilter.Of(context.Request.Query);
        AgreementRow[] rows = [.. (await index.ReadAsync(cancellation)).Where(filter.Matches)];
        return ApiAnswer.Of(context, ApiCursor.Cut(context, rows, KeyOf), ReviewJson.Default.ApiListAgreementRow);
    }

    /// <summary>As the index sorts them.</summary>
    private static string KeyOf(AgreementRow row)
        => ApiCursor.Descending(row.Reported.DayNumber) + ApiCursor.Descending(row.Since.DayNumber) + row.Id;

    private static async Task<IResult> ShowAgreementAsync(string id, HttpContext context, DossierStore dossiers, CancellationToken cancellation)
        => BlobId.IsValid(id) && await dossiers.ReadAsync(id, cancellation) is { } dossier
            ? ApiAnswer.Of(context, dossier, ReviewJson.Default.Dossier)
            : ApiAnswer.NotFound();

    private static async Task<IResult> ListDevelopmentsAsync(HttpContext context, DevelopmentList developments, CancellationToken cancellation)
    {
        DateTimeOffset? since = DateOnly.TryParseExact(
            context.Request.Query["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null;
        return ApiAnswer.Of(context, await developments.ReadAsync(since, cancellation), ExportJson.Default.IReadOnlyListDevelopmentRecord);
    }

    private static async Task<IResult> ListFeedsAsync(HttpContext context, FeedDesk feeds, CancellationToken cancellation)
        => ApiAnswer.Of(context, await feeds.ListAsync(cancellation), ReviewJson.Default.IReadOnlyListFeedRow);
}
