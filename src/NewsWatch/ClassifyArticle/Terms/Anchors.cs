using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// The words that a sentence must have for any agreement of defence to be found in it: one for the agreement and one for its subject, which
/// may be the same. Of each pattern a position that is not optional; made from the same files as the lexicon, so a new term needs nothing here.
/// </summary>
internal static class Anchors
{
    /// <summary>The anchors of a lexicon's patterns, in the patterns' own syntax (<c>sign*</c>), each with the bits of its languages.</summary>
    public static IEnumerable<(string Word, ulong Languages, bool IsSubject)> Of(IReadOnlyCollection<(Term Term, IReadOnlyList<PatternElement> Pattern)> terms)
    {
        var patterns = terms.Select(pair => (pair.Term, Positions: Positions(pair.Pattern))).ToList();
        var nouns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, positions) in patterns)
            if (term.Kind is TermKind.Noun or TermKind.LooseNoun)
                nouns.UnionWith(Rarest(positions));

        foreach (var (term, positions) in patterns)
        {
            var isSubject = term.Kind is TermKind.Topic or TermKind.Domain;
            var first = (isSubject ? null : positions.Find(position => Array.TrueForAll(position, nouns.Contains))) ?? Rarest(positions);
            foreach (var word in first)
                yield return (word, term.Languages, isSubject);
            if (term.Kind is not (TermKind.Instrument or TermKind.Acronym))
                continue;
            positions.Remove(first);
            foreach (var word in positions.Count > 0 ? Rarest(positions) : first)
                yield return (word, term.Languages, true);
        }
    }

    /// <summary>For each position that is not optional, the words it may have.</summary>
    private static List<string[]> Positions(IReadOnlyList<PatternElement> pattern)
    {
        var positions = new List<string[]>();
        foreach (var element in pattern)
            if (element is WordElement word)
                positions.Add([word.Word]);
            else if (element is ChoiceElement choice && Words(choice) is { } words)
                positions.Add(words);
        return positions;
    }

    /// <summary>The words that one of a choice must have; null where it may be nothing.</summary>
    private static string[]? Words(ChoiceElement choice)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in choice.Rows)
        {
            var option = row is [WordElement only] ? [only.Word] : Rarest(Positions(row));
            if (option.Length == 0)
                return null;
            words.UnionWith(option);
        }

        return [.. words];
    }

    /// <summary>The position that says most, going by how long its words are; empty where there is none.</summary>
    private static string[] Rarest(List<string[]> positions)
    {
        string[] rarest = [];
        var most = double.MinValue;
        foreach (var position in positions)
            if (Weight(position) is var weight && weight > most)
                (rarest, most) = (position, weight);
        return rarest;
    }

    private static double Weight(string[] words)
    {
        var (least, sum) = (int.MaxValue, 0);
        foreach (var word in words)
        {
            var weight = Folding.IsIdeographic(word[0]) ? 3 : word.AsSpan().Trim('*').Length;
            (least, sum) = (Math.Min(least, weight), sum + weight);
        }

        return least + ((double)sum / words.Length);
    }
}
