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
        var nouns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, pattern) in terms)
            if (term.Kind is TermKind.Noun or TermKind.LooseNoun)
                nouns.UnionWith(Rarest(Positions(pattern)));

        foreach (var (term, pattern) in terms)
        {
            var positions = Positions(pattern);
            var isSubject = term.Kind is TermKind.Topic or TermKind.Domain;
            var first = (isSubject ? null : positions.Find(position => position.IsSubsetOf(nouns))) ?? Rarest(positions);
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
    private static List<HashSet<string>> Positions(IReadOnlyList<PatternElement> pattern)
    {
        var positions = new List<HashSet<string>>();
        foreach (var element in pattern)
            if (element is WordElement word)
                positions.Add([word.Word]);
            else if (element is ChoiceElement choice)
            {
                var options = choice.Rows.Select(row => Rarest(Positions(row))).ToList();
                if (options.TrueForAll(option => option.Count > 0))
                    positions.Add([.. options.SelectMany(option => option)]);
            }

        return positions;
    }

    /// <summary>The position that says most, going by how long its words are; empty where there is none.</summary>
    private static HashSet<string> Rarest(List<HashSet<string>> positions)
        => positions.MaxBy(position => position.Min(Weight) + position.Average(Weight)) ?? [];

    private static int Weight(string word) => Folding.IsIdeographic(word[0]) ? 3 : word.Trim('*').Length;
}
