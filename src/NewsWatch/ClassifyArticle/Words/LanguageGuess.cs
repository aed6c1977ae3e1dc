using System.Numerics;
using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>In which languages a text is read: the one it declares and the ones its small words show.</summary>
internal static class LanguageGuess
{
    /// <summary>Words that are looked at.</summary>
    public const int MostTokens = 600;

    /// <summary>A language is a bit of a number.</summary>
    private const int MostLanguages = 64;

    /// <summary>Bits of the languages; all of them for a text too short to tell.</summary>
    /// <param name="tokens">Words of the text.</param>
    /// <param name="declared">Code of the language it declares; null where it declares none.</param>
    /// <param name="lexicon">What words are known.</param>
    /// <param name="found">A list to fill and leave empty.</param>
    public static ulong Of(ReadOnlySpan<Token> tokens, string? declared, AgreementLexicon lexicon, List<Hit> found)
    {
        Span<int> counts = stackalloc int[MostLanguages];
        var most = Count(tokens[..Math.Min(tokens.Length, MostTokens)], lexicon, found, counts);
        var languages = declared is { Length: >= 2 } ? lexicon.Bit(declared[..2].ToLowerInvariant()) : 0;
        if (most < 2)
            return languages == 0 ? ulong.MaxValue : languages;

        // Neighbours share their small words: a short text in the language it declares is not read in theirs besides.
        if (languages != 0 && counts[BitOperations.TrailingZeroCount(languages)] * 2 >= most)
            return languages;
        for (var bit = 0; bit < MostLanguages; bit++)
            if (counts[bit] > 0 && counts[bit] * 3 >= most)
                languages |= 1UL << bit;
        return languages;
    }

    /// <summary>Counts the small words of each language, by the number of its bit; returns the most.</summary>
    private static int Count(ReadOnlySpan<Token> tokens, AgreementLexicon lexicon, List<Hit> found, Span<int> counts)
    {
        for (var at = 0; at < tokens.Length; at++)
            if (tokens[at].Word.Numbers.Length > 0)
                lexicon.LanguageMatcher.MatchAt(tokens, at, ulong.MaxValue, found);
        var most = 0;
        foreach (var hit in found)
            most = Math.Max(most, ++counts[BitOperations.TrailingZeroCount(hit.Term.Languages)]);
        found.Clear();
        return most;
    }
}
