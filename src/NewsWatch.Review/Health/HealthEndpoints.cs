using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using NewsWatch.Poison;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Health;

/// <summary>How the pipeline is doing, and what becomes of messages that were given up.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health", AnswerAsync).WithMetadata(new OpenToProbes(ToPeople: false));
        endpoints.MapGet("/health/live", (Probes probes) => probes.Live()).WithMetadata(new OpenToProbes(ToPeople: true));
        endpoints.MapGet("/health/ready", (Probes probes, CancellationToken cancellation) => probes.ReadyAsync(cancellation))
            .WithMetadata(new OpenToProbes(ToPeople: true));
        endpoints.MapPost("/health/replay", (HttpContext context, PoisonDesk poison, CancellationToken cancellation)
            => EndAsync(context, "replayed", poison.ReplayAsync, cancellation));
        endpoints.MapPost("/health/discard", (HttpContext context, PoisonDesk poison, CancellationToken cancellation)
            => EndAsync(context, "discarded", poison.DiscardAsync, cancellation));
    }

    /// <summary>People get the page; whoever asks for anything else is a probe.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, HealthDesk desk, Probes probes, CancellationToken cancellation)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        return OpenToProbes.IsOfPeople(context.Request)
            ? Page.Of<HealthPage>(
                (nameof(HealthPage.Health), await desk.ReadAsync(cancellation)), (nameof(HealthPage.Done), Done(context.Request.Query)))
            : probes.Live();
    }

    private static async Task<IResult> EndAsync(
        HttpContext context,
        string done,
        Func<string, string?, CancellationToken, Task<IReadOnlyList<PoisonMessage>>> end,
        CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var queue = form["queue"].ToString();
        if (!Pipeline.Queues.Contains(queue))
            return Page.NotFound();
        var ended = await end(queue, form["id"].ToString() is { Length: > 0 } id ? id : null, cancellation);
        return new SeeOther($"/health?{done}={ended.Count}");
    }

    private static string? Done(IQueryCollection query)
        => int.TryParse(query["replayed"], out var replayed) ? $"{Messages(replayed)} given another try."
            : int.TryParse(query["discarded"], out var discarded) ? $"{Messages(discarded)} discarded."
            : null;

    private static string Messages(int count) => count == 1 ? "1 message was" : $"{count} messages were";
}
