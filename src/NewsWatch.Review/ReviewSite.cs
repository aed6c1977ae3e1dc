using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review;

/// <summary>The review site for a host that has a pipeline of its own and hands over whole requests.</summary>
public sealed class ReviewSite
{
    private readonly RequestDelegate answer;

    /// <param name="services">The host's services; they hold <see cref="ReviewServices.AddReview"/>.</param>
    public ReviewSite(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseForwardedHeaders(new() { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto });
        app.UseResponseCompression();
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapReview());
        answer = app.Build();
    }

    /// <summary>Answers a request, whatever endpoint the host's own routing found for it.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return answer(context);
    }
}
