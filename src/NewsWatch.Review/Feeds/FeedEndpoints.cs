using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.Review.Layout;

namespace NewsWatch.Review.Feeds;

/// <summary>How the sources are doing.</summary>
internal static class FeedEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/feeds", ListAsync);

    private static async Task<IResult> ListAsync(HttpContext context, FeedStates states, CancellationToken cancellation)
    {
        var rows = await FeedRow.ListAsync(states, cancellation);
        return Page.Of<FeedsPage>(
            (nameof(FeedsPage.All), rows),
            (nameof(FeedsPage.Health), WireName.Parse<FeedHealth>(context.Request.Query["health"])));
    }
}
