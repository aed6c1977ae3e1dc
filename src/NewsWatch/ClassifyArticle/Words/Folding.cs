using System.Globalization;
using System.Text;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>
/// How a character is compared: lower case, without Latin, Greek or Arabic marks, full-width as half-width. One character gives
/// one, so that offsets need no table.
/// </summary>
internal static class Folding
{
    /// <summary>Stands for what is skipped inside a word: combining marks, joiners, soft hyphens, tatweel.</summary>
    public const char Skip = '\uFFFF';

    /// <summary>Stands for what parts words.</summary>
    public const char Break = '\0';

    private static readonly char[] Table = Build();

    /// <summary>The character as compared, <see cref="Skip"/> or <see cref="Break"/>.</summary>
    public static char Fold(char c) => Table[c];

    /// <summary>No character before it is ideographic.</summary>
    public const char FirstIdeographic = '\u3005';

    /// <summary>True for scripts written without spaces (or, Korean, with loose ones): each character is a word of its own.</summary>
    public static bool IsIdeographic(char c) => c is >= '\u3040' and <= '\u30FF' and not '\u30FB' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or '\u3005';

    /// <summary>Katakana and its long mark, in which foreign names are written.</summary>
    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA' or '\u30FC';

    /// <summary>A Hangul syllable.</summary>
    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>An Arabic letter.</summary>
    public static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06FF';

    /// <summary>The string as compared, without what is skipped.</summary>
    public static string Fold(string text) => string.Create(
        text.Count(c => Table[c] != Skip), text, static (to, from) =>
        {
            var at = 0;
            foreach (var c in from)
                if (Table[c] != Skip)
                    to[at++] = Table[c];
        });

    /// <summary>Folds letters into a span.</summary>
    /// <returns>How many they are without what is skipped; -1 where the span has no room for them.</returns>
    public static int Fold(ReadOnlySpan<char> letters, Span<char> folded)
    {
        var count = 0;
        foreach (var letter in letters)
        {
            if (Table[letter] == Skip)
                continue;
            if (count == folded.Length)
                return -1;
            folded[count++] = Table[letter];
        }

        return count;
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = Of((char)i);
        return table;
    }

    private static char Of(char c)
    {
        if (Special(c) is { } special)
            return special;
        if (c is >= '\uFF10' and <= '\uFF5A')
            c = (char)(c - 0xFEE0);
        if (char.IsSurrogate(c))
            return Break;
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return Skip;
        if (!char.IsLetterOrDigit(c) && !IsIdeographic(c))
            return Break;
        if (c is >= '\u00C0' and < '\u0400' or >= '\u1E00' and < '\u2000')
            c = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.ToLowerInvariant(c);
    }

    private static char? Special(char c) => c switch
    {
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\uFEFF' or '\u0640' => Skip,
        'ł' or 'Ł' => 'l',
        'ı' or 'İ' => 'i',
        'ø' or 'Ø' => 'o',
        'đ' or 'Đ' => 'd',
        'ё' or 'Ё' => 'е',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ئ' or 'ی' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' => 'ك',
        _ => null,
    };
}
