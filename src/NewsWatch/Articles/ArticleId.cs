using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.Articles;

/// <summary>Ids derived from what they name: the same news twice has the same id.</summary>
public static class ArticleId
{
    /// <summary>Digits of an id.</summary>
    internal const int Length = 20;

    /// <summary>What an id is written with.</summary>
    internal static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Id of an article: 20 hexadecimal digits from SHA-256 of its canonical address.</summary>
    public static string Of(Uri canonicalAddress) => Hash(canonicalAddress.AbsoluteUri);

    /// <summary>Id of an article that no address of its own tells from others: from its feed and what the entry goes by there.</summary>
    public static string OfEntry(string feed, string entry) => Hash($"{feed}\n{entry}");

    /// <summary>20 hexadecimal digits (80 bits) from SHA-256 of <paramref name="text"/> in UTF-8.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>20 hexadecimal digits (80 bits) from SHA-256 of <paramref name="bytes"/>.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..Length];
}
