using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.ClassifyArticle.Explaining;
using NewsWatch.DecideArticle;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Api;

/// <summary>Decisions on an article or on each of its agreements, as JSON.</summary>
internal static class DecisionApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/articles/{id}/agreements", ListAsync)
            .Says<IReadOnlyList<DecidedAgreement>>("listArticleAgreements", "What stands of an article's agreements after the decisions on it")
            .ProducesProblem(404);
        endpoints.MapPost("/api/articles/{id}/decisions", DecideAsync)
            .Says<IReadOnlyList<DecidedAgreement>>("decideArticle", "A decision on an article or on one of its agreements")
            .Accepts<DecisionRequest>("application/json").ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> ListAsync(string id, ArticleStore articles, CancellationToken cancellation)
        => BlobId.IsValid(id) && await articles.ReadAsync(id, cancellation) is { } article ? Shown(article) : ApiAnswer.NotFound();

    private static async Task<IResult> DecideAsync(
        string id, HttpContext context, ArticleDecider decider, Reviewer reviewer, CancellationToken cancellation)
    {
        if (!BlobId.IsValid(id))
            return ApiAnswer.NotFound();
        if (await ApiAnswer.ReadAsync(context, RequestJson.Default.DecisionRequest, cancellation) is not { } request)
            return ApiAnswer.Unreadable;
        return await TakeAsync(id, request, decider, reviewer.Name(context, request.By), cancellation) switch
        {
            DecisionOutcome.Kept kept => Shown(kept.Article),
            DecisionOutcome.Refused refused => ApiAnswer.Refused(refused.Why),
            _ => ApiAnswer.NotFound(),
        };
    }

    private static Task<DecisionOutcome> TakeAsync(
        string id, DecisionRequest request, ArticleDecider decider, string by, CancellationToken cancellation)
        => (request.Verdict, Given(request)) switch
        {
            (DecisionVerb.Confirm, null) => decider.ConfirmAsync(id, by, request.Reason, cancellation, request.Agreement),
            (DecisionVerb.Dismiss, null) => decider.DismissAsync(id, by, request.Reason ?? "", cancellation, request.Agreement),
            (DecisionVerb.Correct, { } correction) => decider.CorrectAsync(id, correction, by, request.Reason, cancellation, request.Agreement),
            (DecisionVerb.Add, { } missed) when request.Agreement is null => decider.AddAsync(id, missed, by, request.Reason, cancellation),
            (DecisionVerb.Add, { }) => Refused("What was missed has no key yet: leave 'agreement' out."),
            (DecisionVerb.Correct or DecisionVerb.Add, null) => Refused("Give type, parties and stage of the agreement."),
            _ => Refused("Type, parties, stage, date and proof are for 'correct' and 'add' only."),
        };

    private static Correction? Given(DecisionRequest request)
        => request is { Type: { } type, Parties: { } parties, Stage: { } stage } && parties.All(party => party is not null)
            ? new(type, parties, stage, request.Date) { Proof = request.Proof is { } proof ? Marked(proof) : null }
            : null;

    private static Evidence Marked(ProofSpan proof) => new(proof.Start, proof.End, EvidenceKinds.Analyst) { InTitle = proof.InTitle };

    private static IResult Shown(Article article)
        => Results.Json(AgreementDecisions.Of(article), ReviewJson.Default.IReadOnlyListDecidedAgreement);

    private static Task<DecisionOutcome> Refused(string why) => Task.FromResult<DecisionOutcome>(new DecisionOutcome.Refused(why));
}
