using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>What a text must contain for a pattern to match: for each position that is not optional, the beginnings it may have.</summary>
internal static class Anchors
{
    private const int Longest = 14;

    /// <summary>The positions of a pattern.</summary>
    public static List<HashSet<string>> Of(IReadOnlyList<PatternElement> pattern)
    {
        var positions = new List<HashSet<string>>();
        for (var at = 0; at < pattern.Count; at++)
            switch (pattern[at])
            {
                case WordElement word when IsIdeographic(word):
                    positions.Add([Run(pattern, ref at)]);
                    break;
                case WordElement word:
                    positions.Add([Phrase(word, pattern, ref at)]);
                    break;
                case ChoiceElement choice when !choice.Rows.Any(row => row.Count == 0):
                    var options = choice.Rows.Select(row => Best(Of(row), _ => true)).ToList();
                    if (options.TrueForAll(option => option.Count > 0))
                        positions.Add([.. options.SelectMany(option => option)]);
                    break;
            }

        return positions;
    }

    /// <summary>The position that says most, going by how long its words are; empty where there is none.</summary>
    public static HashSet<string> Best(List<HashSet<string>> positions, Func<HashSet<string>, bool> wanted)
        => positions.Where(wanted).MaxBy(position => position.Min(Weight) + position.Average(Weight)) ?? [];

    private static int Weight(string anchor) => anchor.Sum(c => c == ' ' ? 0 : Folding.IsIdeographic(c) ? 3 : 1);

    private static bool IsIdeographic(WordElement word) => Folding.IsIdeographic(word.Word[0]);

    /// <summary>Neighbouring characters of scripts without spaces; spaces that Korean may put between them end the run.</summary>
    private static string Run(IReadOnlyList<PatternElement> pattern, ref int at)
    {
        var run = "";
        for (; at < pattern.Count && pattern[at] is WordElement word && IsIdeographic(word) && run.Length < Longest; at++)
            if (Folding.IsHangul(word.Word[0]) && run.Length >= 2)
                break;
            else
                run += word.Word;
        at--;
        return run;
    }

    /// <summary>A word and the ones right after it; marks between words count as one space, as the text is read.</summary>
    private static string Phrase(WordElement word, IReadOnlyList<PatternElement> pattern, ref int at)
    {
        var phrase = Literal(word);
        while (phrase.EndsWith(' ') && at + 1 < pattern.Count && pattern[at + 1] is WordElement after && !IsIdeographic(after) && phrase.Length < Longest
            && Literal(after) is [' ', .. var rest])
        {
            phrase += rest;
            at++;
        }

        return phrase.Length > Longest ? phrase[..Longest] : phrase;
    }

    /// <summary>A space where the word must begin or end; none in scripts where something may be written onto it.</summary>
    private static string Literal(WordElement word)
    {
        var letters = word.Word.Trim('*');
        var open = word.Word[0] == '*' || Folding.IsArabic(letters[0]);
        var openEnd = word.Word[^1] == '*' || Folding.IsArabic(letters[0]);
        var literal = (open ? "" : " ") + letters + (openEnd ? "" : " ");
        return literal.Length > Longest ? literal[..Longest] : literal;
    }
}
