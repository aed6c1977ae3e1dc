using System.Globalization;
using System.Net.Http.Headers;

namespace NewsWatch.PollFeeds.Polling;

/// <summary>How long a response says it stays good (RFC 9111, 4.2).</summary>
internal static class Freshness
{
    /// <summary>
    /// What is left of <c>max-age</c> after the <c>Age</c> a shared cache has given it, else <c>Expires</c> by the server's own clock; null
    /// where neither is said, or the response is not to be kept.
    /// </summary>
    /// <param name="headers">Names in lower case.</param>
    /// <param name="now">Stands in for a missing <c>Date</c>.</param>
    public static TimeSpan? Of(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (headers.TryGetValue("cache-control", out var text) && CacheControlHeaderValue.TryParse(text, out var control))
        {
            if (control.NoCache || control.NoStore)
                return null;
            if (control.MaxAge is { } age)
                return Positive(age - Age(headers));
        }
        return headers.TryGetValue("expires", out var expires) && Date(expires) is { } end
            ? Positive(end - (headers.TryGetValue("date", out var date) ? Date(date) ?? now : now))
            : null;
    }

    private static TimeSpan Age(IReadOnlyDictionary<string, string> headers)
        => headers.TryGetValue("age", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    private static DateTimeOffset? Date(string text)
        => DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static TimeSpan? Positive(TimeSpan span) => span > TimeSpan.Zero ? span : null;
}
