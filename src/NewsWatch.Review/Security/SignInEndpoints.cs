using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Layout;

namespace NewsWatch.Review.Security;

/// <summary>Signing in and out with an account or key of the site's own.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in", (HttpContext context) => Ask(Local(context.Request.Query["to"]), null, StatusCodes.Status200OK))
            .WithMetadata(new OpenToAll());
        endpoints.MapPost("/sign-in", EnterAsync).WithMetadata(new OpenToAll());
        endpoints.MapPost("/sign-out", LeaveAsync).WithMetadata(new OpenToAll());
    }

    private static async Task<IResult> EnterAsync(HttpContext context, SignIn signIn, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var (name, to) = (form["name"].ToString().Trim(), Local(form["to"]));
        if (!signIn.HasOwn)
            return new SeeOther("/");
        if (signIn.IsHeldOff(name))
            return Ask(to, "Too many attempts with this name. Wait ten minutes and try again.", StatusCodes.Status429TooManyRequests);
        return signIn.Enter(context, name, form["secret"].ToString()) is null
            ? Ask(to, "Name and password do not fit.", StatusCodes.Status401Unauthorized)
            : new SeeOther(to);
    }

    private static SeeOther LeaveAsync(HttpContext context)
    {
        SignIn.Leave(context);
        return new("/sign-in");
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Ask(string to, string? problem, int status)
    {
        var page = Page.Of<SignInPage>((nameof(SignInPage.To), to), (nameof(SignInPage.Problem), problem));
        page.StatusCode = status;
        return page;
    }

    /// <summary>Only an address of this site: one path, not the host of another behind two slashes.</summary>
    private static string Local(string? to)
        => to is { Length: > 0 and < 2000 } && to[0] == '/' && (to.Length == 1 || to[1] is not ('/' or '\\')) && !to.Any(char.IsControl) ? to : "/";
}
