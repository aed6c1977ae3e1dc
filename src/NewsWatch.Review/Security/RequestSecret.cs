using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.Review.Security;

/// <summary>Keys and tokens that requests bring: how they are read, and compared without telling by the time it takes how much was right.</summary>
public static class RequestSecret
{
    private const string Scheme = "Bearer ";

    /// <summary>The bearer token of a request (RFC 6750, 2.1); null where it has none.</summary>
    public static string? Bearer(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;
    }

    /// <summary>True for the secret itself; false for all where there is none.</summary>
    public static bool Is(string? secret, string? given) => secret is { Length: > 0 } && given is not null
        && CryptographicOperations.FixedTimeEquals(Hash(secret), Hash(given));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
