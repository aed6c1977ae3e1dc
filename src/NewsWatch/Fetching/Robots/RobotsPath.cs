using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsWatch.Fetching.Robots;

/// <summary>
/// One spelling for paths and patterns before they are compared (RFC 9309, 2.2.2): what is not ASCII is percent-encoded, an encoded
/// unreserved character is decoded, other encodings are in upper case, and a reserved character of a query is encoded.
/// </summary>
internal static class RobotsPath
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");

    private static readonly SearchValues<char> KeptInPath = SearchValues.Create("/:@!&'()+,;=?");
    private static readonly SearchValues<char> KeptInQuery = SearchValues.Create("?&=");

    /// <summary>Path and query of an address; its own <c>*</c> and <c>$</c> are encoded.</summary>
    public static string OfAddress(Uri address) => Normalize(address.PathAndQuery, special: "");

    /// <summary>A pattern of a rule, whose <c>*</c> and <c>$</c> stand for themselves only where they are encoded.</summary>
    public static string OfPattern(string pattern) => Normalize(pattern, special: "*$");

    private static string Normalize(string text, string special)
    {
        var normal = new StringBuilder(text.Length);
        var kept = KeptInPath;
        Span<byte> utf8 = stackalloc byte[4];
        for (var index = 0; index < text.Length;)
        {
            var character = text[index];
            if (character == '?')
                kept = KeptInQuery;
            if (Encoded(text, index) is { } octet)
            {
                Append(normal, octet, Unreserved);
                index += 3;
            }
            else if (special.Contains(character, StringComparison.Ordinal) || kept.Contains(character))
            {
                normal.Append(character);
                index++;
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);
                foreach (var one in utf8[..rune.EncodeToUtf8(utf8)])
                    Append(normal, one, Unreserved);
                index += length;
            }
        }
        return normal.ToString();
    }

    private static byte? Encoded(string text, int index)
        => text[index] == '%' && index + 2 < text.Length
            && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet)
            ? octet
            : null;

    private static void Append(StringBuilder normal, byte octet, SearchValues<char> plain)
    {
        if (plain.Contains((char)octet))
            normal.Append((char)octet);
        else
            normal.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
    }
}
