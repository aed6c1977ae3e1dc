using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Accuracy;
using NewsWatch.Review.Agreements;
using NewsWatch.Review.Alerts;
using NewsWatch.Review.Api;
using NewsWatch.Review.Articles;
using NewsWatch.Review.Feeds;
using NewsWatch.Review.Health;
using NewsWatch.Review.Inbox;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;

namespace NewsWatch.Review;

/// <summary>The review site's addresses, the same in every host.</summary>
public static class ReviewEndpoints
{
    /// <summary>
    /// Maps the site at the root. It guards itself (host name, antiforgery, headers), so that the host need add no middleware. Needs
    /// <see cref="ReviewServices.AddReview"/>.
    /// </summary>
    public static void MapReview(this IEndpointRouteBuilder endpoints)
    {
        var site = endpoints.MapGroup("");
        site.AddEndpointFilter<RouteGroupBuilder, RequestGuard>();
        site.AddEndpointFilter<RouteGroupBuilder, ErrorPages>();
        ((IEndpointConventionBuilder)site).Add(HeadRequests.Answer);
        InboxEndpoints.Map(site);
        SignInEndpoints.Map(site);
        ArticleEndpoints.Map(site);
        AgreementEndpoints.Map(site);
        FeedEndpoints.Map(site);
        HealthEndpoints.Map(site);
        AccuracyEndpoints.Map(site);
        AlertEndpoints.Map(site);
        ApiEndpoints.Map(site);
        SiteFiles.Map(site);

        // Not MapFallback: what .NET generates for it forgets the pattern and the order.
        site.Map("/api/{**rest}", ApiAnswer.NotFound).WithOrder(int.MaxValue);
        site.Map("{*path:nonfile}", Page.NotFound).WithOrder(int.MaxValue);
    }
}
