using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Search;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Inbox;

/// <summary>The inbox, decisions from it, and the views saved of it.</summary>
internal static class InboxEndpoints
{
    private const int LongestReturn = 2000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", ShowAsync);
        endpoints.MapPost("/inbox/decisions", DecideAsync);
        endpoints.MapPost("/inbox/undo", UndoAsync);
        endpoints.MapGet("/inbox/decisions", LogAsync);
        endpoints.MapPost("/views", SaveViewAsync);
        endpoints.MapPost("/views/{id}/remove", RemoveViewAsync);
        endpoints.MapGet("/views/{id}", OpenViewAsync);
        endpoints.MapGet("/views/{id}.atom", ViewFeed.ServeAsync).WithMetadata(new ForFeedReaders());
    }

    private static Task<IResult> ShowAsync(
        HttpContext context, InboxReader inbox, TimeProvider time, CancellationToken cancellation)
        => inbox.ShowAsync(context, SearchQuery.Of(context.Request.Query, time.GetUtcNow()), [], cancellation);

    private static async Task<IResult> DecideAsync(
        HttpContext context, InboxReader inbox, InboxDecisions decisions, Reviewer reviewer, CancellationToken cancellation)
    {
        var input = InboxInput.Of(await context.Request.ReadFormAsync(cancellation));
        if (input.AsksReason)
            return Page.Of<DismissPage>((nameof(DismissPage.Input), input), (nameof(DismissPage.Person), reviewer.Of(context)));
        if (input.Fault is { } fault)
            return await inbox.ShowAsync(context, Listed(context, input.List), [fault], cancellation);
        var outcome = await decisions.TakeAsync(
            context, input.Verdict!.Value, input.Articles, input.Reason, reviewer.Name(context, input.By), cancellation);
        return outcome.Refused.Count > 0
            ? await inbox.ShowAsync(context, Listed(context, input.List), outcome.Refused, cancellation, outcome.Batch)
            : new SeeOther(Back(input.List, outcome.Batch, input.Next));
    }

    private static async Task<IResult> UndoAsync(
        HttpContext context, InboxReader inbox, InboxDecisions decisions, Reviewer reviewer, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var outcome = await decisions.TakeBackAsync(context, form["batch"].ToString(), reviewer.Name(context, form["by"]), cancellation);
        return outcome.Refused.Count > 0
            ? await inbox.ShowAsync(context, Listed(context, form["list"]), outcome.Refused, cancellation)
            : new SeeOther(Back(form["list"], null, null));
    }

    private static async Task<IResult> LogAsync(InboxDecisions decisions, HttpContext context, Reviewer reviewer, CancellationToken cancellation)
        => Page.Of<DecisionLogPage>(
            (nameof(DecisionLogPage.Lines), await decisions.LastAsync(cancellation)),
            (nameof(DecisionLogPage.Person), reviewer.Of(context)));

    private static async Task<IResult> SaveViewAsync(
        HttpContext context, InboxReader inbox, SavedViewStore views, Reviewer reviewer, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var query = Listed(context, form["list"]);
        var name = form["name"].ToString().Trim();
        if (name.Length is 0 or > SavedViewStore.MaxName)
            return await inbox.ShowAsync(context, query, [$"Give the view a name of at most {SavedViewStore.MaxName} characters."], cancellation);
        return await views.SaveAsync(name, query.Saved, reviewer.Name(context, form["by"]), cancellation) is null
            ? await inbox.ShowAsync(context, query, [$"There are {SavedViewStore.Most} views: remove one first."], cancellation)
            : new SeeOther(query.Address);
    }

    private static async Task<IResult> RemoveViewAsync(string id, HttpContext context, SavedViewStore views, CancellationToken cancellation)
    {
        await views.RemoveAsync(id, cancellation);
        return new SeeOther(Listed(context, (await context.Request.ReadFormAsync(cancellation))["list"]).Address);
    }

    private static async Task<IResult> OpenViewAsync(string id, SavedViewStore views, CancellationToken cancellation)
        => (await views.ReadAsync(cancellation)).FirstOrDefault(view => view.Id == id) is { } view
            ? Results.Redirect("/" + view.Query)
            : Page.NotFound();

    /// <summary>The query of the list a form was sent from, as the form says.</summary>
    private static SearchQuery Listed(HttpContext context, string? list)
        => SearchQuery.Of(
            list is { Length: > 0 and < LongestReturn } ? new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(list)) : new QueryCollection(),
            context.RequestServices.GetService(typeof(TimeProvider)) is TimeProvider time ? time.GetUtcNow() : DateTimeOffset.UnixEpoch);

    private static string Back(string? list, string? batch, string? next)
    {
        var query = list is { Length: > 0 and < LongestReturn } && list[0] == '?' && !list.Any(char.IsControl) ? list : "";
        if (batch is not null)
            query += $"{(query.Length == 0 ? '?' : '&')}done={batch}";
        return $"/{query}{(next is not null && BlobId.IsValid(next) ? $"#c-{next}" : "")}";
    }
}
