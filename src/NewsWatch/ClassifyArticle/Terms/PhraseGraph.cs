namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// All patterns of the lexicon as one graph over words, as it is built. A choice is a fork that joins again, and patterns share the words they
/// begin with, so that the graph grows with what the files say, not with the number of phrases they stand for.
/// </summary>
internal sealed class PhraseGraph(Vocabulary vocabulary)
{
    private readonly List<Node> nodes = [new(0)];
    private readonly Dictionary<string, Node> joined = new(StringComparer.Ordinal);

    /// <summary>Adds a pattern. One that may be nothing at all is found nowhere.</summary>
    public void Add(IReadOnlyList<PatternElement> pattern, Term term)
    {
        foreach (var last in Extend([nodes[0]], pattern))
            if (last.Number != 0)
                last.Terms.Add(term);
    }

    /// <summary>The graph in the form that texts are matched with; what is added later is not in it.</summary>
    public PhraseMatcher Compile() => new(nodes, vocabulary.Count);

    private List<Node> Extend(List<Node> from, IReadOnlyList<PatternElement> row)
    {
        foreach (var element in row)
            from = element switch
            {
                WordElement word => [After(from, new(PhraseMatcher.Key(vocabulary.Add(word.Word), word.Case), 0))],
                GapElement gap => [After(from, new(PhraseMatcher.Gap, gap.Longest))],
                ChoiceElement choice => [.. choice.Rows.SelectMany(option => Extend(from, option)).Distinct().OrderBy(node => node.Number)],
                _ => throw new ArgumentOutOfRangeException(nameof(row), element, "no such element"),
            };
        return from;
    }

    /// <summary>The node that a step leads to from all of these: the same one whichever pattern takes it, since what led there is the same.</summary>
    private Node After(List<Node> from, Step step)
    {
        if (from is [var only])
        {
            if (!only.Own.TryGetValue(step, out var known))
                only.Steps.Add((step, only.Own[step] = known = New()));
            return known;
        }

        var key = $"{string.Join(',', from.Select(node => node.Number))}:{step.Key}:{step.Longest}";
        if (joined.TryGetValue(key, out var node))
            return node;
        joined.Add(key, node = New());
        foreach (var before in from)
            before.Steps.Add((step, node));
        return node;
    }

    private Node New()
    {
        nodes.Add(new(nodes.Count));
        return nodes[^1];
    }

    /// <summary>From one node to the next: over a word, or over a gap.</summary>
    /// <param name="Key">The word and how it is written; <see cref="PhraseMatcher.Gap"/> for a gap.</param>
    /// <param name="Longest">How many words the gap has at most.</param>
    internal readonly record struct Step(int Key, int Longest);

    /// <summary>A place in the graph; every step leads to a later number.</summary>
    internal sealed class Node(int number)
    {
        public int Number => number;

        public List<(Step Step, Node After)> Steps { get; } = [];

        /// <summary>Of the steps those that lead on from here alone.</summary>
        public Dictionary<Step, Node> Own { get; } = [];

        public List<Term> Terms { get; } = [];
    }
}
