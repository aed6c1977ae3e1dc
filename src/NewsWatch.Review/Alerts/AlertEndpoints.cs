using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using NewsWatch.SendAlerts;

namespace NewsWatch.Review.Alerts;

/// <summary>The outgoing feed.</summary>
internal static class AlertEndpoints
{
    /// <summary>Where the feed is.</summary>
    public const string Route = "/alerts.atom";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Route, ServeAsync);

    private static async Task<IResult> ServeAsync(HttpRequest request, AlertFeed feed, CancellationToken cancellation)
        => Results.Bytes(await feed.RenderAsync(new(UriHelper.BuildAbsolute(request.Scheme, request.Host, path: Route)), cancellation), AlertFeed.ContentType);
}
