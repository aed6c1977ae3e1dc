using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Review;
using NewsWatch.Review.Security;
using NewsWatch.Telemetry;

namespace NewsWatch.Cli.Hosting;

/// <summary>
/// Metrics as Prometheus reads them, at <c>/metrics</c>. A key of the review site opens everything; whoever scrapes needs no more than the
/// token of this page, and where nothing but the machine itself reaches the site, none.
/// </summary>
internal static class MetricsPage
{
    private const string Path = "/metrics";

    /// <summary>Answers before anything else does.</summary>
    public static void UseMetrics(this WebApplication app)
    {
        var token = app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.MetricsToken;
        var hosts = new ReviewHosts(app.Services.GetRequiredService<IOptions<ReviewOptions>>().Value.Hosts);
        var isBeyondMachine = app.Services.GetRequiredService<ReviewExposure>().IsBeyondMachine;
        app.Use((context, next) => context.Request.Path == Path && Refusal(context.Request) is { } why ? RefuseAsync(context, why) : next(context));
        app.UseOpenTelemetryPrometheusScrapingEndpoint(Path);

        string? Refusal(HttpRequest request)
        {
            if (token is not null)
                return RequestSecret.Is(token, RequestSecret.Bearer(request)) ? null : "Metrics are told to those with the token.";
            if (isBeyondMachine)
                return $"Other machines can reach this site: set {TelemetryOptions.Section}:{nameof(TelemetryOptions.MetricsToken)}.";
            // A page elsewhere must not read them through a name of its own that leads here.
            return hosts.Allows(request.Host) ? null : "The review site does not answer to this host name.";
        }
    }

    private static Task RefuseAsync(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
