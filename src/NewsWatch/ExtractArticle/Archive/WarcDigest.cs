using System.Security.Cryptography;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>Digests as WARC readers expect them: <c>sha256:</c> and base 32 (RFC 4648, section 6).</summary>
internal static class WarcDigest
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Labelled digest of <paramref name="bytes"/>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => "sha256:" + Base32(SHA256.HashData(bytes));

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> digits = stackalloc char[(bytes.Length + 4) / 5 * 8];
        digits.Fill('=');
        int buffer = 0, bits = 0, next = 0;
        foreach (var octet in bytes)
        {
            buffer = (buffer << 8) | octet;
            for (bits += 8; bits >= 5; bits -= 5)
                digits[next++] = Alphabet[(buffer >> (bits - 5)) & 31];
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0)
            digits[next] = Alphabet[(buffer << (5 - bits)) & 31];
        return new string(digits);
    }
}
