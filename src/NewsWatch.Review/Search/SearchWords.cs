using System.Globalization;
using System.Text;

namespace NewsWatch.Review.Search;

/// <summary>
/// Cuts text into the words that are searched: lower case, accents and width folded. In scripts written without spaces, and in Korean,
/// whose particles cling to the word, each character is a word, so that a phrase of them finds what it is part of.
/// </summary>
internal static class SearchWords
{
    private const int LongestWord = 64;

    private static readonly string?[] Folded = Fold();

    /// <summary>The words of a text with where they stand in it, in order.</summary>
    public static IEnumerable<SearchWord> Of(string text)
    {
        var word = new StringBuilder(LongestWord);
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (IsSkipped(letter))
                continue;
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                if (word.Length > 0)
                    yield return new(Taken(word), start, at);
                if (Rune.IsLetterOrDigit(new(letter, text[at + 1])))
                    yield return new(text.Substring(at, 2), at, at + 2);
                at++;
                continue;
            }
            if (StandsAlone(letter) || Folded[letter] is null)
            {
                if (word.Length > 0)
                    yield return new(Taken(word), start, at);
                if (Folded[letter] is { } alone)
                    yield return new(alone, at, at + 1);
                continue;
            }
            if (word.Length == 0)
                start = at;
            if (word.Length < LongestWord)
                word.Append(Folded[letter]);
        }
        if (word.Length > 0)
            yield return new(Taken(word), start, text.Length);
    }

    /// <summary>The words in a row, as the index holds them.</summary>
    public static string Row(string text)
    {
        var row = new StringBuilder(text.Length + 16);
        foreach (var word in Of(text))
            row.Append(word.Text).Append(' ');
        return row.ToString();
    }

    private static string Taken(StringBuilder word)
    {
        var taken = word.ToString();
        word.Clear();
        return taken;
    }

    /// <summary>Marks on letters, joiners, soft hyphens, tatweel: inside a word they count for nothing.</summary>
    private static bool IsSkipped(char letter) => letter >= '\u00AD'
        && (letter is '\u00AD' or '\u0640' or >= '\u200B' and <= '\u200F' or '\uFEFF'
            || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    /// <summary>Kana, Han, Hangul, Thai, Lao, Myanmar and Khmer.</summary>
    private static bool StandsAlone(char letter) => letter is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F'
        or >= '\u1780' and <= '\u17FF' or '\u3005' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF'
        or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFF9F';

    private static string?[] Fold()
    {
        var table = new string?[char.MaxValue + 1];
        for (var letter = 0; letter < table.Length; letter++)
            if (!char.IsSurrogate((char)letter) && (char.IsLetterOrDigit((char)letter)
                || CharUnicodeInfo.GetUnicodeCategory((char)letter) == UnicodeCategory.SpacingCombiningMark))
                table[letter] = Of((char)letter);
        return table;
    }

    private static string? Of(char letter)
    {
        if (letter is >= '\uAC00' and <= '\uD7A3')
            return letter.ToString();
        var folded = new StringBuilder(2);
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                && (char.IsLetterOrDigit(part) || CharUnicodeInfo.GetUnicodeCategory(part) == UnicodeCategory.SpacingCombiningMark))
                folded.Append(Plain(char.ToLowerInvariant(part)));
        return folded.Length == 0 ? null : folded.ToString();
    }

    /// <summary>Letters that have no decomposition in Unicode, as they are typed where the keyboard has none.</summary>
    private static string Plain(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ى' or 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        _ => letter.ToString(),
    };
}

/// <summary>A word as it is searched.</summary>
/// <param name="Text">The folded word.</param>
/// <param name="Start">First UTF-16 code unit of it in the text.</param>
/// <param name="End">The code unit after the last.</param>
internal readonly record struct SearchWord(string Text, int Start, int End);
