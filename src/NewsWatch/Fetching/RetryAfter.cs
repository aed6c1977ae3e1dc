using System.Net.Http.Headers;

namespace NewsWatch.Fetching;

/// <summary>How long a server asks to be left alone (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Reads the header, in seconds or as a date.</summary>
    /// <returns>Zero to seven days; null where there is none, or none that can be read.</returns>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
            || !RetryConditionHeaderValue.TryParse(values.ToString(), out var header))
            return null;
        var wait = header.Delta ?? header.Date - now;
        return wait is not { } asked ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked < Longest ? asked : Longest;
    }
}
