using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Layout;

/// <summary>Leads the browser from a post to a page that may be reloaded (RFC 9110, 15.4.4).</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
