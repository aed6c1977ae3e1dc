using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NewsWatch.Review;

namespace NewsWatch.Functions;

/// <summary>Serves the review site.</summary>
public sealed class Review(ReviewSite site)
{
    /// <summary>Hands the request to the site, which has answered it when this returns.</summary>
    [Function(nameof(Review))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "{*path}")] HttpRequest request)
    {
        await site.AnswerAsync(request.HttpContext);
        return Results.Empty;
    }
}
