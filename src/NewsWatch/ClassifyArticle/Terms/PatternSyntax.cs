using System.Globalization;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// The syntax of the term files. Words stand as in the text; <c>sign*</c> lets letters follow, <c>*abkommen*</c> precede too;
/// <c>(pact|treaty|)</c> is a choice, possibly of nothing; <c>~3</c> lets up to three words come between. A word written
/// with a capital wants a capital in the text, one in capitals wants capitals. Marks between words do not count.
/// </summary>
internal static class PatternSyntax
{
    /// <summary>The pattern as a row of elements.</summary>
    /// <exception cref="FormatException">A parenthesis is not closed, or a gap is not a number.</exception>
    public static IReadOnlyList<PatternElement> Parse(string pattern)
    {
        var at = 0;
        var row = Row(pattern, ref at);
        return at == pattern.Length ? row : throw new FormatException($"'{pattern}' closes a parenthesis it did not open");
    }

    private static List<PatternElement> Row(string pattern, ref int at)
    {
        var row = new List<PatternElement>();
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
            switch (pattern[at])
            {
                case '(':
                    row.Add(Choice(pattern, ref at));
                    break;
                case '~':
                    row.Add(Gap(pattern, ref at));
                    break;
                default:
                    if (Word(pattern, ref at) is { } word)
                        row.Add(word);
                    break;
            }

        return row;
    }

    private static ChoiceElement Choice(string pattern, ref int at)
    {
        var rows = new List<IReadOnlyList<PatternElement>>();
        do
        {
            at++;
            rows.Add(Row(pattern, ref at));
        }
        while (at < pattern.Length && pattern[at] == '|');
        if (at == pattern.Length)
            throw new FormatException($"'{pattern}' leaves a parenthesis open");
        at++;
        return new(rows);
    }

    private static GapElement Gap(string pattern, ref int at)
    {
        var start = ++at;
        while (at < pattern.Length && char.IsAsciiDigit(pattern[at]))
            at++;
        return int.TryParse(pattern.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var longest)
            ? new(longest)
            : throw new FormatException($"'{pattern}' has a gap without a number");
    }

    private static WordElement? Word(string pattern, ref int at)
    {
        var start = at;
        if (Folding.IsIdeographic(pattern[at]))
            at++;
        else
            while (at < pattern.Length && (pattern[at] == '*' || Folding.Fold(pattern[at]) != Folding.Break) && !Folding.IsIdeographic(pattern[at]))
                at++;
        if (at == start)
        {
            at++;
            return null;
        }

        var word = pattern[start..at];
        var letters = word.Trim('*');
        if (letters.Length == 0)
            return null;
        return new((word[0] == '*' ? "*" : "") + Folding.Fold(letters) + (word[^1] == '*' ? "*" : ""), CaseOf(letters));
    }

    private static WordCase CaseOf(string word)
        => !char.IsUpper(word[0]) ? WordCase.Lower
            : word.Length > 1 && word.All(c => !char.IsLower(c)) ? WordCase.Capitals
            : WordCase.Capitalised;
}
