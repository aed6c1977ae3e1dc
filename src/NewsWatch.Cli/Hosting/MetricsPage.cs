using System.Security.Cryptography;
using System.Text;
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
    private const string Scheme = "Bearer ";

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
                return IsToken(request, token) ? null : "Metrics are told to those with the token.";
            if (isBeyondMachine)
                return $"Other machines can reach this site: set {TelemetryOptions.Section}:{nameof(TelemetryOptions.MetricsToken)}.";
            // A page elsewhere must not read them through a name of its own that leads here.
            return hosts.Allows(request.Host) ? null : "The review site does not answer to this host name.";
        }
    }

    private static bool IsToken(HttpRequest request, string token)
        => request.Headers.Authorization.ToString() is var given && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(given[Scheme.Length..].Trim()), Hash(token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Task RefuseAsync(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = Scheme.Trim();
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
