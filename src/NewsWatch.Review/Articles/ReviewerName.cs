using Microsoft.AspNetCore.Http;
using NewsWatch.Review.Layout;
using NewsWatch.Review.Security;

namespace NewsWatch.Review.Articles;

/// <summary>The name that a reader who is not signed in decides under: kept in the browser, else that of the user the program runs as.</summary>
internal static class ReviewerName
{
    private const string Cookie = "newswatch-name";

    /// <summary>The name to record.</summary>
    /// <param name="reviewer">Knows who is signed in.</param>
    /// <param name="context">The request.</param>
    /// <param name="given">The name a form gave; null for none.</param>
    public static string Of(Reviewer reviewer, HttpContext context, string? given = null)
        => reviewer.Name(context, string.IsNullOrWhiteSpace(given) ? Kept(context) : given);

    /// <summary>Keeps a name in the browser.</summary>
    public static async Task<IResult> KeepAsync(HttpContext context, Reviewer reviewer, CancellationToken cancellation)
    {
        var form = await context.Request.ReadFormAsync(cancellation);
        var name = reviewer.Name(context, form["by"]);
        context.Response.Cookies.Append(Cookie, Uri.EscapeDataString(name), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return new SeeOther(LocalAddress.Of(form["back"]) ?? "/");
    }

    private static string? Kept(HttpContext context)
        => context.Request.Cookies[Cookie] is { Length: > 0 and < 1000 } kept ? Uri.UnescapeDataString(kept) : null;
}
