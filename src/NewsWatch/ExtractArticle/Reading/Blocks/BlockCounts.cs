using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsWatch.ExtractArticle.Reading.Blocks;

/// <summary>Counts over one block's characters.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockCounts(int Words, int Letters, int Digits, int Capitals, int Commas, int SentenceEnds, bool EndsSentence)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…。！？؟।۔។။");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’“»«)]›」』）*");
    private static readonly SearchValues<char> CommaLike = SearchValues.Create(",;、，،؛；");

    /// <summary>
    /// Letters of a word in the scripts of mainland Southeast Asia, vowel signs included; a word of Thai has four to five.
    /// </summary>
    private const int UnspacedWord = 5;

    /// <summary>Counts in one pass.</summary>
    public static BlockCounts Of(ReadOnlySpan<char> text)
    {
        int words = 0, ideographs = 0, unspaced = 0, letters = 0, digits = 0, capitals = 0, commas = 0, ends = 0;
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128 ? char.IsAsciiLetter(c) : char.IsLetter(c) || char.IsSurrogate(c) || IsMark(c))
            {
                letters++;
                if (IsIdeograph(c))
                {
                    ideographs++;
                    inWord = false;
                    continue;
                }
                if (IsUnspaced(c))
                {
                    unspaced++;
                    inWord = false;
                    continue;
                }
                if (char.IsUpper(c))
                    capitals++;
                if (!inWord)
                    words++;
                inWord = true;
            }
            else if (char.IsDigit(c))
            {
                digits++;
                if (!inWord)
                    words++;
                inWord = true;
            }
            else if (c is not ('\'' or '’' or '-'))
            {
                inWord = false;
                // Thai and Lao part sentences by a space and have no stop.
                if (c is ' ' && i > 0 && IsUnspaced(text[i - 1]))
                    ends++;
                if (CommaLike.Contains(c))
                    commas++;
                else if (Ends.Contains(c) && (i + 1 == text.Length || c > 0x2fff || !char.IsLetterOrDigit(text[i + 1])))
                    ends++;
            }
        }
        var last = text.Length - 1;
        while (last >= 0 && (Closers.Contains(text[last]) || text[last] is ' ' or '\n'))
            last--;
        words += (ideographs + 1) / 2 + (unspaced + UnspacedWord - 1) / UnspacedWord;
        var stops = last >= 0 && (Ends.Contains(text[last]) || (ends > 0 && IsUnspaced(text[last])));
        return new(words, letters, digits, capitals, commas, ends, stops);
    }

    private static bool IsMark(char c)
        => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Thai, Lao, Burmese and Khmer: scripts that put no space between words.</summary>
    private static bool IsUnspaced(char c) => c is (>= '\u0e01' and <= '\u0eff') or (>= '\u1000' and <= '\u1049') or (>= '\u1780' and <= '\u17d3');

    /// <summary>Han, kana and Hangul apart from it: scripts whose words no spaces part.</summary>
    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');
}
