using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NewsWatch.Notices.Channels.Webhook;
using NewsWatch.Review.Security;
using NewsWatch.SendAlerts;

namespace NewsWatch.Review.Alerts;

/// <summary>The outgoing feeds, of all developments and of each view, in three formats; and the schema of what webhooks are sent.</summary>
internal static class AlertEndpoints
{
    /// <summary>Where the feed of all developments is; <c>/alerts.json</c> and <c>/alerts.rss</c> hold the same.</summary>
    public const string Route = "/alerts.atom";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var (ending, type, write) in new (string, string, Func<OutgoingFeed, Uri, byte[]>)[]
        {
            ("atom", AtomFormat.ContentType, AtomFormat.Write),
            ("json", JsonFeedFormat.ContentType, JsonFeedFormat.Write),
            ("rss", RssFormat.ContentType, RssFormat.Write),
        })
        {
            endpoints.MapGet(
                $"/alerts.{ending}",
                (HttpContext context, OutgoingStore store, CancellationToken cancellation)
                    => ServeAsync(context, store, null, null, type, write, cancellation)).WithMetadata(new ForFeedReaders());
            endpoints.MapGet(
                $"/alerts/{{view}}.{ending}",
                (string view, HttpContext context, OutgoingStore store, IOptions<SendAlertsOptions> options, CancellationToken cancellation)
                    => options.Value.Views.TryGetValue(view, out var filter)
                        ? ServeAsync(context, store, view, filter, type, write, cancellation)
                        : Task.FromResult(Results.NotFound())).WithMetadata(new ForFeedReaders());
        }
        endpoints.MapGet(WebhookSchema.Route, () => Results.Bytes(WebhookSchema.Content, "application/schema+json"));
    }

    /// <summary>Whoever has the very bytes is told so (RFC 9110, 13): readers ask often, and mostly there is nothing new.</summary>
    private static async Task<IResult> ServeAsync(
        HttpContext context,
        OutgoingStore store,
        string? view,
        AlertFilter? filter,
        string type,
        Func<OutgoingFeed, Uri, byte[]> write,
        CancellationToken cancellation)
    {
        var request = context.Request;
        var feed = OutgoingFeed.Of(view, await store.ReadAsync(filter, cancellation));
        var content = write(feed, new(UriHelper.BuildAbsolute(request.Scheme, request.Host, path: request.Path)));
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{ArticleId.Hash(content)}\""),
            lastModified: feed.Updated);
    }
}
