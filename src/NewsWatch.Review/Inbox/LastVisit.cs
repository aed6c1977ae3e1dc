using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Inbox;

/// <summary>
/// When a reader was here before, kept in a cookie of the reader's own: pages within half an hour of each other are one visit, and what is
/// new stays new for all of it.
/// </summary>
internal static class LastVisit
{
    private const string Cookie = "newswatch-visit";

    private static readonly TimeSpan OneVisit = TimeSpan.FromMinutes(30);

    /// <summary>When the visit before this one ended; null for a first visit. Notes that the reader is here now.</summary>
    public static DateTimeOffset? Of(HttpContext context, DateTimeOffset now)
    {
        var (before, last) = Read(context.Request.Cookies[Cookie], now);
        if (last is null || now - last > OneVisit)
            before = last;
        context.Response.Cookies.Append(
            Cookie,
            string.Create(CultureInfo.InvariantCulture, $"{before?.ToUnixTimeSeconds() ?? 0}.{now.ToUnixTimeSeconds()}"),
            new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromDays(365) });
        return before;
    }

    private static (DateTimeOffset? Before, DateTimeOffset? Last) Read(string? cookie, DateTimeOffset now)
        => cookie?.Split('.') is [var before, var last] ? (Time(before, now), Time(last, now)) : (null, null);

    private static DateTimeOffset? Time(string text, DateTimeOffset now)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && seconds <= now.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
