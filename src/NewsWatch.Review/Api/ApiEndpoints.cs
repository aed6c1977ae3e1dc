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
    private static readonly (string, string) Limit = ("limit", "Most items, 1 to 500");
    private static readonly (string, string) Cursor = ("cursor", "Where to go on, as the stretch before gave it");

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
            Limit,
            Cursor);
        endpoints.MapGet("/api/agreements/{id}", ShowAgreementAsync)
            .Says<Dossier>("getAgreement", "An agreement's dossier: what each article tells of it").ProducesProblem(404);
        endpoints.MapGet("/api/feeds", ListFeedsAsync)
            .Says<ApiList<FeedRow>>("listFeeds", "The feeds by title, and how they are doing", Limit, Cursor);
        endpoints.MapGet("/api/developments", ListDevelopmentsAsync).Says<ApiList<DevelopmentRecord>>(
            "listDevelopments",
            "What moved, what was learned late, what was taken back: first noticed first",
            ("since", "First day, as 2026-03-09"),
            Limit,
            Cursor);
        DecisionApi.Map(endpoints);
        DossierApi.Map(endpoints);
        endpoints.MapGet(ApiDocument.Route, ApiDocument.Serve).ExcludeFromDescription();
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
        var stretch = ApiCursor.Cut(context, await developments.ReadAsync(since, cancellation), KeyOf);
        return ApiAnswer.Of(context, stretch, ReviewJson.Default.ApiListDevelopmentRecord);
    }

    private static async Task<IResult> ListFeedsAsync(HttpContext context, FeedDesk feeds, CancellationToken cancellation)
    {
        FeedRow[] rows = [.. (await feeds.ListAsync(cancellation)).OrderBy(KeyOf, StringComparer.Ordinal)];
        return ApiAnswer.Of(context, ApiCursor.Cut(context, rows, KeyOf), ReviewJson.Default.ApiListFeedRow);
    }

    /// <summary>As the ledger tells them, to the tick.</summary>
    private static string KeyOf(DevelopmentRecord record) => ApiCursor.Ascending(record.At.UtcTicks) + record.Id;

    private static string KeyOf(FeedRow row) => $"{row.Title}\n{row.Id}";
}
