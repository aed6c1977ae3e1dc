using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsWatch.Review.Security;

/// <summary>What every request passes before it is answered: the host's name, the signed-in user, the antiforgery token of a post.</summary>
internal sealed class RequestGuard(IOptions<ReviewOptions> options, IAntiforgery antiforgery) : IEndpointFilter
{
    private readonly ReviewHosts hosts = new(options.Value.Hosts);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        ResponseHeaders.Write(http.Response.Headers);
        if (!hosts.Allows(http.Request.Host))
            return Results.Text(
                $"The review site does not answer to this host name. To allow it, add it to {ReviewOptions.Section}:{nameof(ReviewOptions.Hosts)}.",
                statusCode: StatusCodes.Status421MisdirectedRequest);
        if (options.Value.UserHeader is { Length: > 0 } header && string.IsNullOrWhiteSpace(http.Request.Headers[header]))
            return Results.Text("Sign in to use the review site.", statusCode: StatusCodes.Status401Unauthorized);
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            && !IsCallOfProgram(http.Request)
            && !await antiforgery.IsRequestValidAsync(http))
            return Results.Text(
                "This form has expired or was not sent by this site. Go back, reload the page and send it again.",
                statusCode: StatusCodes.Status400BadRequest);
        return await next(context);
    }

    /// <summary>
    /// True for a JSON call of the API. No form can send one, and a script of another site only after asking first, which this site never
    /// allows (Fetch standard, CORS preflight): it needs no token.
    /// </summary>
    private static bool IsCallOfProgram(HttpRequest request)
        => request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && request.HasJsonContentType();
}
