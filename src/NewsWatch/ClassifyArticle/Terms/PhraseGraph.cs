using NewsWatch.ClassifyArticle.Terms.Compiled;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// All patterns of the lexicon as one graph over words, as it is built: its nodes are numbers. A choice is a fork that joins again, and patterns
/// share the words they begin with, so that the graph grows with what the files say, not with the number of phrases they stand for.
/// </summary>
internal sealed class PhraseGraph(Vocabulary vocabulary)
{
    private static readonly int[] Start = [0];

    private readonly List<PhraseStep> steps = [];
    private readonly List<(int Node, int Term, ulong Languages)> terms = [];
    private readonly Dictionary<(int From, int Key, int Longest), int> alone = [];
    private readonly Dictionary<Joint, int> joined = [];
    private int nodes = 1;

    /// <summary>Adds a pattern. One that may be nothing at all is found nowhere.</summary>
    /// <param name="pattern">What is found.</param>
    /// <param name="term">Number of the term that it is found as.</param>
    /// <param name="languages">Bits of the languages it is read in.</param>
    public void Add(IReadOnlyList<PatternElement> pattern, int term, ulong languages)
    {
        foreach (var last in Extend(Start, pattern))
            if (last != 0)
                terms.Add((last, term, languages));
    }

    /// <summary>Writes the graph in the form that texts are matched with.</summary>
    public void Write(TableWriter tables) => PhraseTables.Write(nodes, steps, terms, vocabulary.Count, tables);

    private int[] Extend(int[] from, IReadOnlyList<PatternElement> row)
    {
        foreach (var element in row)
            from = element switch
            {
                WordElement word => [After(from, PhraseMatcher.Key(vocabulary.Add(word.Word), word.Case), 0)],
                GapElement gap => [After(from, PhraseMatcher.Gap, gap.Longest)],
                ChoiceElement choice => Fork(from, choice),
                _ => throw new ArgumentOutOfRangeException(nameof(row), element, "no such element"),
            };
        return from;
    }

    /// <summary>Every node that one of the rows leads to, once, in order.</summary>
    private int[] Fork(int[] from, ChoiceElement choice)
    {
        var ends = new SortedSet<int>();
        foreach (var row in choice.Rows)
            ends.UnionWith(Extend(from, row));
        return [.. ends];
    }

    /// <summary>The node that a step leads to from all of these: the same one whichever pattern takes it, since what led there is the same.</summary>
    private int After(int[] from, int key, int longest)
    {
        if (from is [var only])
        {
            if (!alone.TryGetValue((only, key, longest), out var known))
            {
                alone.Add((only, key, longest), known = nodes++);
                steps.Add(new(only, key, longest, known));
            }

            return known;
        }

        var joint = new Joint(from, key, longest);
        if (joined.TryGetValue(joint, out var node))
            return node;
        joined.Add(joint, node = nodes++);
        foreach (var before in from)
            steps.Add(new(before, key, longest, node));
        return node;
    }

    private readonly struct Joint(int[] from, int key, int longest) : IEquatable<Joint>
    {
        private readonly int[] from = from;
        private readonly int key = key;
        private readonly int longest = longest;

        public bool Equals(Joint other) => key == other.key && longest == other.longest && from.AsSpan().SequenceEqual(other.from);

        public override bool Equals(object? obj) => obj is Joint other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(key, longest, from.Length, from[0], from[^1]);
    }
}

/// <summary>From one node to a later one: over a word, or over a gap.</summary>
/// <param name="From">The node it leads from.</param>
/// <param name="Key">The word and how it is written; <see cref="PhraseMatcher.Gap"/> for a gap.</param>
/// <param name="Longest">How many words the gap has at most.</param>
/// <param name="To">The node it leads to.</param>
internal readonly record struct PhraseStep(int From, int Key, int Longest, int To);
