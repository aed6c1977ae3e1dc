using System.Security.Cryptography;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// The hash that stands for a word, made letter by letter (FNV-1a). Two words that share all 64 bits do not come up by chance, nor by design, since
/// each process begins from a seed of its own; so words looked up lately are told apart by it alone.
/// </summary>
internal static class WordHash
{
    /// <summary>Of no letters.</summary>
    public static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>Of the letters hashed so far and one more, which is folded.</summary>
    public static ulong Add(ulong hash, char letter) => (hash ^ letter) * 0x100000001B3;

    /// <summary>Of a folded word.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var letter in word)
            hash = Add(hash, letter);
        return hash;
    }

    /// <summary>A number below a power of two in which all bits of the hash have a part.</summary>
    public static int Place(ulong hash, int places) => (int)((hash ^ (hash >> 32)) & (ulong)(places - 1));
}
