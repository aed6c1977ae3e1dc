using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.Notices.Channels.Webhook;

/// <summary>
/// Signs a webhook's message as the Standard Webhooks specification has it: HMAC-SHA256 over <c>id.timestamp.body</c>, so that neither
/// the body nor its time can be changed or replayed later.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Header with the notice's id, the same when it is sent again.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header with the time of sending, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>Header with the signature: <c>v1,</c> and base64.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";

    /// <summary>The key in a secret; null where it is none.</summary>
    public static byte[]? ParseSecret(string? secret)
    {
        if (secret is null || !secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
            return null;
        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out var length) && length is >= 24 and <= 64
            ? key[..length] : null;
    }

    /// <summary>The signature header's value.</summary>
    public static string Sign(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
