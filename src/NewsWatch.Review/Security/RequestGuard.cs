using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsWatch.Review.Security;

/// <summary>
/// What every request passes before it is answered: the host's name, who it is from and whether they may, the antiforgery token of a post.
/// What changes something is written into the audit log.
/// </summary>
internal sealed class RequestGuard(IOptions<ReviewOptions> options, IAntiforgery antiforgery, SignIn signIn, AuditLog audit) : IEndpointFilter
{
    private readonly ReviewHosts hosts = new(options.Value.Hosts);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        ResponseHeaders.Write(http.Response.Headers);
        if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToProbes>() is { } probes && probes.Lets(http.Request))
            return await next(context);
        if (!hosts.Allows(http.Request.Host))
            return Refused(
                http,
                StatusCodes.Status421MisdirectedRequest,
                $"The review site does not answer to this host name. To allow it, add it to {ReviewOptions.Section}:{nameof(ReviewOptions.Hosts)}.");
        if (signIn.IsClosed)
            return Refused(
                http,
                StatusCodes.Status403Forbidden,
                "The review site can be reached from other machines, and nothing says who may use it. Turn App Service Authentication on, or set "
                + $"{ReviewOptions.Section}:{nameof(ReviewOptions.Accounts)}, {nameof(ReviewOptions.Key)} or {nameof(ReviewOptions.SignInProxy)}.");
        var isOpen = http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null;
        var person = signIn.Of(http);
        if (person is null && !isOpen)
            return SignInAsked(http);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return await next(context);
        if (!IsCallOfProgram(http.Request) && await UnreadableFormAsync(http) is { } unreadable)
            return Refused(http, unreadable, "This is not a form that can be read. Go back, reload the page and send it again.");
        if (!IsCallOfProgram(http.Request) && !await antiforgery.IsRequestValidAsync(http))
            return Refused(
                http,
                StatusCodes.Status400BadRequest,
                "This form has expired or was not sent by this site. Go back, reload the page and send it again.");
        if (isOpen)
            return await next(context);
        if (!person!.Decides)
            return Refused(http, StatusCodes.Status403Forbidden, "You may read here, but not change anything. Ask for the role of an analyst.");
        var result = await next(context);
        if (AuditLog.IsNoted(http) || result is not IStatusCodeHttpResult { StatusCode: >= 400 })
            await audit.WriteAsync(http, person, CancellationToken.None);
        return result;
    }

    private object SignInAsked(HttpContext http)
    {
        if (signIn.TakesFeedToken(http))
        {
            http.Response.Headers.WWWAuthenticate = FeedToken.Challenge;
            return Refused(http, StatusCodes.Status401Unauthorized, "This feed wants its token, as the password of HTTP Basic or as ?token=.");
        }
        if (!signIn.HasOwn || IsOfProgram(http.Request) || !HttpMethods.IsGet(http.Request.Method))
        {
            if (signIn.HasOwn)
                http.Response.Headers.WWWAuthenticate = "Bearer";
            return Refused(http, StatusCodes.Status401Unauthorized, "Sign in to use the review site.");
        }
        return Results.Redirect($"/sign-in?to={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
    }

    /// <summary>Reads the form, once for all that ask for it later; the status to refuse it with where it is none, and null where it is.</summary>
    private static async Task<int?> UnreadableFormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return StatusCodes.Status400BadRequest;
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException wrong)
        {
            return wrong.StatusCode;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>Programs are told in RFC 9457, people in words.</summary>
    private static object Refused(HttpContext http, int status, string why)
        => IsOfProgram(http.Request) ? Results.Problem(why, statusCode: status) : Results.Text(why, statusCode: status);

    private static bool IsOfProgram(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>
    /// True for a JSON call of the API. No form can send one, and a script of another site only after asking first, which this site never
    /// allows (Fetch standard, CORS preflight): it needs no token.
    /// </summary>
    private static bool IsCallOfProgram(HttpRequest request) => IsOfProgram(request) && request.HasJsonContentType();
}

/// <summary>Marks an endpoint that people reach before they have signed in.</summary>
internal sealed class OpenToAll;

/// <summary>Marks an endpoint that probes reach from anywhere and under any name: it tells that the program is well, and nothing else.</summary>
/// <param name="ToPeople">True where people get the same; false where they get a page, which is guarded.</param>
internal sealed record OpenToProbes(bool ToPeople)
{
    /// <summary>True for a request that needs no sign-in.</summary>
    public bool Lets(HttpRequest request) => ToPeople || !IsOfPeople(request);

    /// <summary>True where a page is asked for, as browsers do.</summary>
    public static bool IsOfPeople(HttpRequest request)
        => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
