using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using NewsWatch.Review.Inbox;
using NewsWatch.Review.Search;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Api;

/// <summary>The inbox, its views and its decisions in one go, as JSON.</summary>
internal static class InboxApi
{
    private static readonly (string, string)[] Filters =
    [
        ("tab", "to-review, reports, mentions, borderline, decided or all"),
        ("q", "Words, \"phrases\", begin*, -without, and filters such as party:japan stage:signed"),
        ("type", "Kind of instrument; may be given several times, as may the following"),
        ("party", "Party by name or code: all that are given"),
        ("stage", "Stage"),
        ("region", "Region that a party lies in"),
        ("standing", "What the source is: ministry, government, trade-press, press or reprint"),
        ("lang", "Language"),
        ("feed", "Id of a feed, or part of a site's name"),
        ("state", "Where the article has ended"),
        ("after", "First day of publication, as 2026-03-09 or 7d"),
        ("before", "The day after the last"),
        ("limit", "Most items, 1 to 500"),
        ("cursor", "Where to go on, as the stretch before gave it"),
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/inbox", ListRowsAsync)
            .Says<ApiList<InboxRow>>("listInbox", "The inbox: articles that tell the same are one row; published last first", Filters);
        endpoints.MapGet("/api/articles", ListArticlesAsync)
            .Says<ApiList<InboxArticle>>("listArticles", "Articles one by one, published last first; of every tab where none is given",
                [.. Filters, ("page", "A page by its number instead of a cursor: rows that tell where each article has ended")]);
        endpoints.MapGet("/api/views", ListViewsAsync).Says<IReadOnlyList<SavedView>>("listViews", "The saved views");
        endpoints.MapPost("/api/views", SaveViewAsync).Says<SavedView>("saveView", "Saves a query of the inbox under a name, for everyone")
            .Accepts<ViewRequest>("application/json").ProducesProblem(400).ProducesProblem(422);
        endpoints.MapPost("/api/views/{id}/remove", RemoveViewAsync)
            .Says<IReadOnlyList<SavedView>>("removeView", "Removes a saved view").Accepts<EmptyRequest>("application/json");
        endpoints.MapGet("/api/decisions", ListDecisionsAsync)
            .Says<IReadOnlyList<AuditLine>>("listDecisions", "Decisions of the last days that still stand, newest first, to be taken back by their id");
        endpoints.MapPost("/api/decisions", DecideAsync).Says<BatchAnswer>("decide", "The same decision on many articles in one go")
            .Accepts<BatchRequest>("application/json").ProducesProblem(400).ProducesProblem(422);
        endpoints.MapPost("/api/decisions/{id}/undo", UndoAsync).Says<BatchAnswer>("undoDecision", "Takes such a go back")
            .Accepts<EmptyRequest>("application/json").ProducesProblem(422);
    }

    private static async Task<IResult> ListRowsAsync(HttpContext context, ArticleSearch search, TimeProvider time, CancellationToken cancellation)
    {
        var query = SearchQuery.Of(context.Request.Query, time.GetUtcNow());
        var stretch = ApiList.Empty<RowKey>();
        var rows = await search.CutAsync(query, byArticle: false, all => (stretch = ApiCursor.Cut(context, all, KeyOf)).Items, cancellation);
        return ApiAnswer.Of(context, stretch.With(rows), ReviewJson.Default.ApiListInboxRow);
    }

    private static async Task<IResult> ListArticlesAsync(
        HttpContext context, ArticleSearch search, ArticleStore articles, IOptions<ReviewOptions> options, TimeProvider time, CancellationToken cancellation)
    {
        var query = SearchQuery.Of(context.Request.Query, time.GetUtcNow());
        if (!context.Request.Query.ContainsKey("tab"))
            query = query with { Tab = InboxTab.All };
        if (context.Request.Query.ContainsKey("page"))
            return ApiAnswer.Of(context, await PageAsync(search, articles, query, options.Value.PageSize, cancellation), ReviewJson.Default.ListPageOutcomeRow);
        var stretch = ApiList.Empty<RowKey>();
        var rows = await search.CutAsync(query, byArticle: true, all => (stretch = ApiCursor.Cut(context, all, KeyOf)).Items, cancellation);
        InboxArticle[] found = [.. rows.Select(row => row.Lead)];
        return ApiAnswer.Of(context, stretch.With<InboxArticle>(found), ReviewJson.Default.ApiListInboxArticle);
    }

    /// <summary>By number of the page instead of a cursor: the lines of where the articles have ended.</summary>
    private static async Task<ListPage<OutcomeRow>> PageAsync(
        ArticleSearch search, ArticleStore articles, SearchQuery query, int size, CancellationToken cancellation)
    {
        var page = ListPage.Of<RowKey>([], query.Page, size);
        var found = await search.CutAsync(query, byArticle: true, Asked, cancellation);
        var rows = new List<OutcomeRow>(found.Count);
        foreach (var item in found)
            if (await articles.ReadSoundAsync(item.Lead.Id, cancellation) is { } article)
                rows.Add(new(JournalEntry.OfOutcome(article, item.Told)));
        return new(rows, page.Number, page.Pages, page.Total);

        // Who reads by numbers asks on until a page is empty.
        IReadOnlyList<RowKey> Asked(IReadOnlyList<RowKey> all)
        {
            page = ListPage.Of(all, query.Page, size);
            return query.Page > page.Pages ? [] : page.Rows;
        }
    }

    /// <summary>Orders rows as they are sorted, and names one.</summary>
    private static string KeyOf(RowKey row) => ApiCursor.Descending(row.Time) + ApiCursor.Descending(row.Group);

    private static async Task<IResult> ListViewsAsync(HttpContext context, SavedViewStore views, CancellationToken cancellation)
        => ApiAnswer.Of(context, await views.ReadAsync(cancellation), ReviewJson.Default.IReadOnlyListSavedView);

    private static async Task<IResult> SaveViewAsync(
        HttpContext context, SavedViewStore views, Reviewer reviewer, TimeProvider time, CancellationToken cancellation)
    {
        if (await ApiAnswer.ReadAsync(context, RequestJson.Default.ViewRequest, cancellation) is not { } request)
            return ApiAnswer.Unreadable;
        var name = request.Name.Trim();
        if (name.Length is 0 or > SavedViewStore.MaxName)
            return ApiAnswer.Refused($"Give the view a name of at most {SavedViewStore.MaxName} characters.");
        var query = SearchQuery.Of(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(request.Query)), time.GetUtcNow());
        return await views.SaveAsync(name, query.Saved, reviewer.Name(context, request.By), cancellation) is { } view
            ? Results.Json(view, ReviewJson.Default.SavedView)
            : ApiAnswer.Refused($"There are {SavedViewStore.Most} views: remove one first.");
    }

    private static async Task<IResult> RemoveViewAsync(string id, SavedViewStore views, CancellationToken cancellation)
    {
        await views.RemoveAsync(id, cancellation);
        return Results.Json(await views.ReadAsync(cancellation), ReviewJson.Default.IReadOnlyListSavedView);
    }

    private static async Task<IResult> ListDecisionsAsync(HttpContext context, InboxDecisions decisions, CancellationToken cancellation)
        => ApiAnswer.Of(context, await decisions.LastAsync(cancellation), ReviewJson.Default.IReadOnlyListAuditLine);

    private static async Task<IResult> DecideAsync(HttpContext context, InboxDecisions decisions, Reviewer reviewer, CancellationToken cancellation)
    {
        if (await ApiAnswer.ReadAsync(context, RequestJson.Default.BatchRequest, cancellation) is not { } request)
            return ApiAnswer.Unreadable;
        if (!request.Articles.All(BlobId.IsValid))
            return ApiAnswer.Refused("One of the articles has no such id.");
        var outcome = await decisions.TakeAsync(
            context, request.Verdict, request.Articles, request.Reason ?? "", reviewer.Name(context, request.By), cancellation);
        return Answer(outcome);
    }

    private static async Task<IResult> UndoAsync(
        string id, HttpContext context, InboxDecisions decisions, Reviewer reviewer, CancellationToken cancellation)
        => Answer(await decisions.TakeBackAsync(context, id, reviewer.Name(context, null), cancellation));

    private static IResult Answer(BatchOutcome outcome) => outcome.Count == 0 && outcome.Refused.Count > 0
        ? ApiAnswer.Refused(string.Join(' ', outcome.Refused))
        : Results.Json(new(outcome.Batch, outcome.Count, outcome.Refused), ReviewJson.Default.BatchAnswer);
}

/// <summary>A view to save.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">The query's part of the inbox's address, such as <c>?party=JP</c>.</param>
/// <param name="By">Who, where the site does not know.</param>
internal sealed record ViewRequest(string Name, string Query, string? By = null);

/// <summary>Nothing but the address says what is asked.</summary>
internal sealed record EmptyRequest;

/// <summary>The same decision on many articles.</summary>
/// <param name="Verdict">What is decided.</param>
/// <param name="Articles">Ids of the articles, 500 at most.</param>
/// <param name="Reason">Why; needed to dismiss.</param>
/// <param name="By">Who, where the site does not know.</param>
internal sealed record BatchRequest(Verdict Verdict, IReadOnlyList<string> Articles, string? Reason = null, string? By = null);

/// <summary>What became of it.</summary>
/// <param name="Id">Names it, to take it back; null where nothing is to be taken back.</param>
/// <param name="Count">Articles it was done on.</param>
/// <param name="Refused">Why not on the others, a line each.</param>
internal sealed record BatchAnswer(string? Id, int Count, IReadOnlyList<string> Refused);
