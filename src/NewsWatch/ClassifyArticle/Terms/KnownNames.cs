using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>The names of their own that known agreements go by, as patterns: <c>Lombok Treaty</c>, <c>日米地位協定</c>.</summary>
internal static class KnownNames
{
    private const int FewestLetters = 4;

    /// <summary>Every name that one agreement alone has, with its type and parties; read in every language.</summary>
    /// <param name="agreements">What is known.</param>
    /// <param name="words">Words for an agreement.</param>
    public static IEnumerable<(Term Term, string Pattern)> Of(KnownAgreements agreements, AgreementWords words)
        => agreements.All.Where(known => known.Parties.Count > 1)
            .SelectMany(known => known.Names.Select(name => (Known: known, Pattern: Pattern(name))))
            .Where(pair => pair.Pattern.Length >= FewestLetters && IsName(pair.Pattern, words))
            .GroupBy(pair => Folding.Fold(pair.Pattern), StringComparer.Ordinal)
            .Where(same => same.Select(pair => pair.Known).Distinct().Count() == 1)
            .Select(same => same.First())
            .Select(pair => (
                new Term(TermKind.Instrument, WireName.Of(pair.Known.Type), ulong.MaxValue, $"known:{WireName.Of(pair.Known.Type)}:{pair.Pattern}")
                {
                    Type = pair.Known.Type,
                    Parties = pair.Known.Parties,
                },
                pair.Pattern));

    /// <summary>The name's words alone: what the syntax of patterns gives a meaning is none of a name's.</summary>
    private static string Pattern(string name)
        => string.Join(' ', new string([.. name.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// An acronym, a name of several words that has one for an agreement, or one in a script without capitals. A house, a base or an aircraft that
    /// an agreement is called by ("Lancaster House") is more often the house, the base or the aircraft.
    /// </summary>
    private static bool IsName(string pattern, AgreementWords words)
        => pattern.Split(' ') is { Length: > 1 } several
            ? several.Any(word => char.IsLetter(word[0]) && !char.IsLower(word[0]) && !char.IsUpper(word[0])) || (several.Any(word => char.IsUpper(word[0])) && several.Any(words.Has))
            : !char.IsLower(pattern[^1]);
}
