using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>In which languages a text is read: the one it declares and the ones its small words show.</summary>
internal static class LanguageGuess
{
    /// <summary>Words that are looked at.</summary>
    public const int MostTokens = 600;

    /// <summary>Bits of the languages; all of them for a text too short to tell.</summary>
    public static ulong Of(ReadOnlySpan<Token> tokens, string? declared, AgreementLexicon lexicon)
    {
        var counts = Count(tokens[..Math.Min(tokens.Length, MostTokens)], lexicon);
        var languages = declared is { Length: >= 2 } ? lexicon.Bit(declared[..2].ToLowerInvariant()) : 0;
        var most = counts.Count == 0 ? 0 : counts.Values.Max();
        if (most < 2)
            return languages == 0 ? ulong.MaxValue : languages;

        // Neighbours share their small words: a short text in the language it declares is not read in theirs besides.
        if (languages != 0 && counts.GetValueOrDefault(languages) * 2 >= most)
            return languages;
        foreach (var (language, count) in counts)
            if (count * 3 >= most)
                languages |= language;
        return languages;
    }

    private static Dictionary<ulong, int> Count(ReadOnlySpan<Token> tokens, AgreementLexicon lexicon)
    {
        var found = new List<Hit>();
        for (var at = 0; at < tokens.Length; at++)
            if (tokens[at].Word.Numbers.Length > 0)
                lexicon.LanguageMatcher.MatchAt(tokens, at, ulong.MaxValue, found);
        var counts = new Dictionary<ulong, int>();
        foreach (var hit in found)
            counts[hit.Term.Languages] = counts.GetValueOrDefault(hit.Term.Languages) + 1;
        return counts;
    }
}
