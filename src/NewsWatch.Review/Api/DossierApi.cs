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
        endpoints.MapPost("/api/agreements/{id}/merge", MergeAsync).Says<Dossier>("mergeAgreement", "Merges an agreement into another")
            .Accepts<MergeRequest>("application/json").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        endpoints.MapPost("/api/agreements/{id}/split", SplitAsync).Says<Dossier>("splitAgreement", "Splits what some articles tell off an agreement")
            .Accepts<SplitRequest>("application/json").ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);
        endpoints.MapPost("/api/agreements/{id}/undo", UndoAsync).Says<Dossier>("undoAgreement", "Undoes the last merger or split of an agreement")
            .Accepts<UndoRequest>("application/json").ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> MergeAsync(
        string id, HttpContext context, DossierEditor editor, Reviewer reviewer, CancellationToken cancellation)
    {
        if (await ApiAnswer.ReadAsync(context, RequestJson.Default.MergeRequest, cancellation) is not { } request)
            return ApiAnswer.Unreadable;
        return BlobId.IsValid(id) && BlobId.IsValid(request.Into)
            ? Answer(await editor.MergeAsync(id, request.Into, reviewer.Name(context, request.By), request.OfOtherParties, cancellation))
            : ApiAnswer.NotFound();
    }

    private static async Task<IResult> SplitAsync(
        string id, HttpContext context, DossierEditor editor, Reviewer reviewer, CancellationToken cancellation)
    {
        if (await ApiAnswer.ReadAsync(context, RequestJson.Default.SplitRequest, cancellation) is not { } request)
            return ApiAnswer.Unreadable;
        return BlobId.IsValid(id)
            ? Answer(await editor.SplitAsync(id, request.Articles, reviewer.Name(context, request.By), cancellation))
            : ApiAnswer.NotFound();
    }

    private static async Task<IResult> UndoAsync(
        string id, HttpContext context, DossierEditor editor, Reviewer reviewer, CancellationToken cancellation)
    {
        if (await ApiAnswer.ReadAsync(context, RequestJson.Default.UndoRequest, cancellation) is not { } request)
            return ApiAnswer.Unreadable;
        return BlobId.IsValid(id)
            ? Answer(await editor.UndoAsync(id, reviewer.Name(context, request.By), cancellation))
            : ApiAnswer.NotFound();
    }

    private static IResult Answer(DossierOutcome outcome) => outcome switch
    {
        DossierOutcome.Changed changed => Results.Json(changed.Dossier, ReviewJson.Default.Dossier),
        DossierOutcome.OfOtherParties other => ApiAnswer.Asked(
            $"The one is between {string.Join(", ", other.From)}, the other between {string.Join(", ", other.Into)}: send \"ofOtherParties\": true to merge them all the same."),
        DossierOutcome.Refused refused => ApiAnswer.Refused(refused.Why),
        _ => ApiAnswer.NotFound(),
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
