using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Layout;

/// <summary>The site's files.</summary>
internal static class SiteFiles
{
    /// <summary>The style sheet.</summary>
    public static Asset Style { get; } = new("/review.css", "text/css; charset=utf-8", "review.css", "inbox.css", "pages.css");

    /// <summary>What a browser with script does better.</summary>
    public static Asset Script { get; } = new("/review.js", "text/javascript; charset=utf-8", "desk.js", "review.js", "keys.js");

    /// <summary>The site's picture in a tab.</summary>
    public static Asset Icon { get; } = new("/favicon.svg", "image/svg+xml", "favicon.svg");

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var asset in new[] { Style, Script, Icon })
            endpoints.MapGet(asset.Route, asset.Serve).WithMetadata(new OpenToAll());
        // Asked for by browsers that were told of no other, as by an outgoing feed.
        endpoints.MapGet("/favicon.ico", (HttpContext context) => Icon.Serve(context)).WithMetadata(new OpenToAll());
    }
}
