using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsWatch.ExtractArticle.Stories;

/// <summary>
/// A text as the set of its runs of four words (Broder 1997, "On the resemblance and containment of documents"), each hashed to 64 bits.
/// Case, punctuation and spacing do not count. Scripts written without spaces have no words to see, so a character there is half a word.
/// </summary>
internal static class Shingles
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const ulong FirstFactor = 0xBF58476D1CE4E5B9;
    private const ulong SecondFactor = 0x94D049BB133111EB;

    private const int HalfWords = 8;
    private const int MaxTokens = 20_000;

    /// <summary>The distinct shingles of the first 20,000 words, least first; empty for a text shorter than one shingle.</summary>
    public static ReadOnlySpan<ulong> Of(string text)
    {
        var tokens = Tokens(text);
        var (shingles, count) = (new ulong[tokens.Count], 0);
        for (var first = 0; first < tokens.Count; first++)
        {
            var (hash, weight) = (0UL, 0);
            for (var next = first; next < tokens.Count && weight < HalfWords; next++)
            {
                hash = Mix(hash ^ tokens[next].Hash);
                weight += tokens[next].Weight;
            }
            if (weight >= HalfWords)
                shingles[count++] = hash;
        }
        return Distinct(shingles.AsSpan(0, count));
    }

    private static ReadOnlySpan<ulong> Distinct(Span<ulong> shingles)
    {
        shingles.Sort();
        var count = 0;
        foreach (var shingle in shingles)
            if (count == 0 || shingle != shingles[count - 1])
                shingles[count++] = shingle;
        return shingles[..count];
    }

    /// <summary>A bijection that spreads every bit over all 64 (the finalizer of SplitMix64, Steele, Lea and Flood 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value += Step;
        value = (value ^ (value >> 30)) * FirstFactor;
        value = (value ^ (value >> 27)) * SecondFactor;
        return value ^ (value >> 31);
    }

    /// <summary>The same of several values at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ulong> Mix(Vector<ulong> values)
    {
        values += new Vector<ulong>(Step);
        values = (values ^ (values >>> 30)) * new Vector<ulong>(FirstFactor);
        values = (values ^ (values >>> 27)) * new Vector<ulong>(SecondFactor);
        return values ^ (values >>> 31);
    }

    private static List<(ulong Hash, int Weight)> Tokens(string text)
    {
        var tokens = new List<(ulong, int)>();
        var word = 0UL;
        foreach (var rune in text.EnumerateRunes())
        {
            if (tokens.Count >= MaxTokens)
                break;
            var stands = StandsAlone(rune);
            if (!stands && (Rune.IsLetterOrDigit(rune) || IsMark(rune)))
            {
                word = Mix(word ^ (ulong)Rune.ToLowerInvariant(rune).Value);
                continue;
            }
            if (word != 0)
                tokens.Add((word, 2));
            if (stands)
                tokens.Add((Mix((ulong)rune.Value), 1));
            word = 0;
        }
        if (word != 0)
            tokens.Add((word, 2));
        return tokens;
    }

    private static bool IsMark(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Han, kana, Thai, Lao, Khmer and Burmese: written without spaces between words.</summary>
    private static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
