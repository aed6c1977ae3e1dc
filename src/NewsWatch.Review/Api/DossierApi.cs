using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Security;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Api;

/// <summary>What an analyst does to dossiers, as JSON.</summary>
internal static class DossierApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/agreements/{id}/merge", MergeAsync);
        endpoints.MapPost("/api/agreements/{id}/split", SplitAsync);
        endpoints.MapPost("/api/agreements/{id}/undo", UndoAsync);
    }

    private static async Task<IResult> MergeAsync(
        string id, HttpContext context, DossierEditor editor, Reviewer reviewer, CancellationToken cancellation)
    {
        if (await ApiBody.ReadAsync(context, ReviewJson.Default.MergeRequest, cancellation) is not { } request)
            return ApiBody.Unreadable;
        return BlobId.IsValid(id) && BlobId.IsValid(request.Into)
            ? Answer(await editor.MergeAsync(id, request.Into, reviewer.Name(context, request.By), request.OfOtherParties, cancellation))
            : Results.NotFound();
    }

    private static async Task<IResult> SplitAsync(
        string id, HttpContext context, DossierEditor editor, Reviewer reviewer, CancellationToken cancellation)
    {
        if (await ApiBody.ReadAsync(context, ReviewJson.Default.SplitRequest, cancellation) is not { } request)
            return ApiBody.Unreadable;
        return BlobId.IsValid(id)
            ? Answer(await editor.SplitAsync(id, request.Articles, reviewer.Name(context, request.By), cancellation))
            : Results.NotFound();
    }

    private static async Task<IResult> UndoAsync(
        string id, HttpContext context, DossierEditor editor, Reviewer reviewer, CancellationToken cancellation)
    {
        if (await ApiBody.ReadAsync(context, ReviewJson.Default.UndoRequest, cancellation) is not { } request)
            return ApiBody.Unreadable;
        return BlobId.IsValid(id)
            ? Answer(await editor.UndoAsync(id, reviewer.Name(context, request.By), cancellation))
            : Results.NotFound();
    }

    private static IResult Answer(DossierOutcome outcome) => outcome switch
    {
        DossierOutcome.Changed changed => Results.Json(changed.Dossier, ReviewJson.Default.Dossier),
        DossierOutcome.OfOtherParties other => ApiBody.Asked(
            $"The one is between {string.Join(", ", other.From)}, the other between {string.Join(", ", other.Into)}: send \"ofOtherParties\": true to merge them all the same."),
        DossierOutcome.Refused refused => ApiBody.Refused(refused.Why),
        _ => Results.NotFound(),
    };
}

/// <summary>A merger.</summary>
/// <param name="Into">Id of the dossier that stays.</param>
/// <param name="OfOtherParties">True to merge even where the parties differ.</param>
/// <param name="By">Who, where the site does not know.</param>
internal sealed record MergeRequest(string Into, bool OfOtherParties = false, string? By = null);

/// <summary>A split.</summary>
/// <param name="Articles">Ids of the articles whose entries are split off.</param>
/// <param name="By">Who, where the site does not know.</param>
internal sealed record SplitRequest(IReadOnlyList<string> Articles, string? By = null);

/// <summary>The last merger or split undone.</summary>
/// <param name="By">Who, where the site does not know.</param>
internal sealed record UndoRequest(string? By = null);
