using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Security;

/// <summary>
/// The token by which a feed reader, which cannot sign in, fetches outgoing feeds and nothing else: as the password of HTTP Basic
/// (RFC 7617) under any name, as a bearer token (RFC 6750), or, for a reader that has neither, as <c>?token=</c>.
/// </summary>
internal static class FeedToken
{
    /// <summary>What an answer asks for where the token is missing or wrong.</summary>
    public const string Challenge = "Basic realm=\"NewsWatch feeds\", charset=\"UTF-8\"";

    /// <summary>The token a request gives; null for none.</summary>
    public static string? In(HttpRequest request)
    {
        if (RequestSecret.Bearer(request) is { } bearer)
            return bearer;
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given))
            return request.Query["token"] is [{ Length: > 0 } token] ? token : null;
        return given.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? Password(given.Parameter ?? "") : null;
    }

    private static string? Password(string parameter)
    {
        var bytes = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : pair[(colon + 1)..];
    }
}

/// <summary>Marks an outgoing feed: who holds <see cref="ReviewOptions.FeedToken"/> may fetch it.</summary>
internal sealed class ForFeedReaders;
