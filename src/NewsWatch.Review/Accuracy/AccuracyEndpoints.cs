using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Api;
using NewsWatch.Review.Layout;

namespace NewsWatch.Review.Accuracy;

/// <summary>How good the readings are, as a page and as JSON.</summary>
internal static class AccuracyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/accuracy", async (DecidedReadings readings, CancellationToken cancellation) =>
        {
            var (report, isComplete) = await readings.ReadAsync(cancellation);
            return Page.Of<AccuracyPage>((nameof(AccuracyPage.Report), report), (nameof(AccuracyPage.IsComplete), isComplete));
        });
        endpoints.MapGet("/api/accuracy", async (HttpContext context, DecidedReadings readings, CancellationToken cancellation)
                => ApiAnswer.Of(context, (await readings.ReadAsync(cancellation)).Report, ReviewJson.Default.AccuracyReport))
            .Says<AccuracyReport>("getAccuracy", "How good the readings are, by analysts' decisions: by type, language, source, month, feed and rule");
    }
}
