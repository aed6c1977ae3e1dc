using System.Runtime.InteropServices;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// All patterns of the lexicon as one graph over words. A choice is a fork that joins again, so that the graph grows with the length
/// of the files, not with the number of phrases they stand for; a match costs a look-up a word for each open branch.
/// </summary>
internal sealed class PhraseGraph(Vocabulary vocabulary)
{
    private readonly Node root = new();

    /// <summary>Adds a pattern.</summary>
    public void Add(IReadOnlyList<PatternElement> pattern, Term term)
    {
        foreach (var last in Extend([root], pattern))
            if (last != root)
                (last.Terms ??= []).Add(term);
    }

    /// <summary>Adds to <paramref name="hits"/> every term of <paramref name="languages"/> that begins at token <paramref name="first"/>.</summary>
    public void MatchAt(ReadOnlySpan<Token> tokens, int first, ulong languages, List<Hit> hits)
        => Step(root, tokens, first, first, languages, hits);

    private HashSet<Node> Extend(HashSet<Node> from, IReadOnlyList<PatternElement> row)
    {
        foreach (var element in row)
            from = element switch
            {
                WordElement word => After(from, word),
                GapElement gap => Over(from, gap),
                ChoiceElement choice => [.. choice.Rows.SelectMany(option => Extend(from, option))],
                _ => throw new ArgumentOutOfRangeException(nameof(row), element, "no such element"),
            };
        return from;
    }

    private HashSet<Node> After(HashSet<Node> from, WordElement word)
    {
        var node = new Node();
        foreach (var before in from)
            before.Add(Key(vocabulary.Add(word.Word), word.Case), node);
        return [node];
    }

    private static HashSet<Node> Over(HashSet<Node> from, GapElement gap)
    {
        var node = new Node();
        foreach (var before in from)
            (before.Gaps ??= []).Add((gap.Longest, node));
        return [node];
    }

    private static void Walk(Node node, ReadOnlySpan<Token> tokens, int first, int at, ulong languages, List<Hit> hits)
    {
        if (node.Terms is { } terms)
            foreach (var term in terms)
                if ((term.Languages & languages) != 0)
                    hits.Add(new(term, first, at));
        Step(node, tokens, first, at, languages, hits);
        if (node.Gaps is { } gaps)
            foreach (var (longest, after) in gaps)
            {
                Walk(after, tokens, first, at, languages, hits);
                for (var skip = 1; skip <= longest && at + skip < tokens.Length; skip++)
                    Step(after, tokens, first, at + skip, languages, hits);
            }
    }

    private static void Step(Node node, ReadOnlySpan<Token> tokens, int first, int at, ulong languages, List<Hit> hits)
    {
        if (node.Next is not { } next || at >= tokens.Length)
            return;
        ref readonly var token = ref tokens[at];
        foreach (var word in token.Word.Numbers)
            for (var written = WordCase.Lower; written <= token.Case; written++)
                if (next.TryGetValue(Key(word, written), out var nodes))
                    foreach (var after in nodes)
                        Walk(after, tokens, first, at + 1, languages, hits);
    }

    private static int Key(int word, WordCase written) => (word * 4) + (int)written;

    private sealed class Node
    {
        public Dictionary<int, List<Node>>? Next { get; private set; }

        public List<(int Longest, Node After)>? Gaps { get; set; }

        public List<Term>? Terms { get; set; }

        public void Add(int key, Node node)
        {
            ref var nodes = ref CollectionsMarshal.GetValueRefOrAddDefault(Next ??= [], key, out _);
            (nodes ??= []).Add(node);
        }
    }
}
