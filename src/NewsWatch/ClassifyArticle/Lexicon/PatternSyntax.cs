using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>
/// The syntax of the term files. Words stand as in the text; <c>sign*</c> lets letters follow, <c>*abkommen*</c> precede too;
/// <c>(pact|treaty|)</c> is a choice, possibly of nothing; <c>~3</c> lets up to three words come between. A word written
/// with a capital wants a capital in the text, one in capitals wants capitals.
/// </summary>
internal static class PatternSyntax
{
    private const int MostChoices = 4096;

    /// <summary>Every plain sequence of elements the pattern stands for.</summary>
    /// <exception cref="FormatException">A parenthesis is not closed, or the pattern stands for too many sequences.</exception>
    public static IEnumerable<IReadOnlyList<PatternElement>> Expand(string pattern)
    {
        var all = Choices(pattern);
        if (all.Count > MostChoices)
            throw new FormatException($"'{pattern}' stands for {all.Count} sequences, more than {MostChoices}");
        foreach (var plain in all)
            if (Elements(plain) is { Count: > 0 } elements)
                yield return elements;
    }

    private static List<string> Choices(string pattern)
    {
        var open = pattern.IndexOf('(');
        if (open < 0)
            return [pattern];
        var close = Closing(pattern, open);
        var tails = Choices(pattern[(close + 1)..]);
        var result = new List<string>();
        foreach (var choice in Alternatives(pattern[(open + 1)..close]).SelectMany(Choices))
            result.AddRange(tails.Select(tail => pattern[..open] + choice + tail));
        return result;
    }

    private static int Closing(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
            if (pattern[i] == '(')
                depth++;
            else if (pattern[i] == ')' && --depth == 0)
                return i;
        throw new FormatException($"'{pattern}' leaves a parenthesis open");
    }

    private static IEnumerable<string> Alternatives(string inner)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (inner[i] == '|' && depth == 0)
            {
                yield return inner[start..i];
                start = i + 1;
            }
        }

        yield return inner[start..];
    }

    private static List<PatternElement> Elements(string plain)
    {
        var elements = new List<PatternElement>();
        foreach (var part in plain.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '~')
                elements.Add(new(null, WordCase.Lower, int.Parse(part.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)));
            else
                AddWords(part, elements);
        }

        return elements;
    }

    private static void AddWords(string part, List<PatternElement> elements)
    {
        for (var at = 0; at < part.Length;)
        {
            var start = at;
            if (Folding.IsIdeographic(part[at]))
                at++;
            else
                while (at < part.Length && (part[at] == '*' || Folding.Fold(part[at]) != Folding.Break) && !Folding.IsIdeographic(part[at]))
                    at++;
            if (at == start)
            {
                at++;
                continue;
            }

            var word = part[start..at];
            var letters = word.Trim('*');
            if (letters.Length == 0)
                continue;
            var folded = Folding.Fold(letters);
            elements.Add(new((word[0] == '*' ? "*" : "") + folded + (word[^1] == '*' ? "*" : ""), CaseOf(letters), 0));
        }
    }

    private static WordCase CaseOf(string word)
        => !char.IsUpper(word[0]) ? WordCase.Lower
            : word.Length > 1 && word.All(c => !char.IsLower(c)) ? WordCase.Capitals
            : WordCase.Capitalised;
}

/// <summary>One word of a pattern, or a gap.</summary>
/// <param name="Word">Folded, with its stars; null for a gap.</param>
/// <param name="Case">The least it must be written as.</param>
/// <param name="Gap">How many words may come between; 0 for a word.</param>
internal readonly record struct PatternElement(string? Word, WordCase Case, int Gap);
