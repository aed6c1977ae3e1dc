using System.Runtime.InteropServices;
using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>All patterns of the lexicon in one tree over words; matching looks at each word of a text once per open branch.</summary>
internal sealed class PhraseTrie(Vocabulary vocabulary)
{
    private readonly Node root = new();

    /// <summary>Adds a pattern.</summary>
    public void Add(IReadOnlyList<PatternElement> pattern, Term term)
    {
        var node = root;
        foreach (var element in pattern)
            node = element.Word is null ? node.Over(element.Gap) : node.After(Key(vocabulary.Add(element.Word), element.Case));
        (node.Terms ??= []).Add(term);
    }

    /// <summary>Adds to <paramref name="hits"/> every term of <paramref name="languages"/> that begins at token <paramref name="first"/>.</summary>
    public void MatchAt(ReadOnlySpan<Token> tokens, int first, ulong languages, List<Hit> hits)
        => Walk(root, tokens, first, first, languages, hits);

    private static void Walk(Node node, ReadOnlySpan<Token> tokens, int first, int at, ulong languages, List<Hit> hits)
    {
        if (node.Terms is { } terms)
            foreach (var term in terms)
                if ((term.Languages & languages) != 0)
                    hits.Add(new(term, first, at));
        if (at >= tokens.Length)
            return;
        if (node.Next is { } next)
            Step(next, tokens, first, at, languages, hits);
        if (node.Gaps is { } gaps)
            foreach (var (longest, after) in gaps)
                for (var skip = 0; skip <= longest && at + skip < tokens.Length; skip++)
                    if (after.Next is { } beyond)
                        Step(beyond, tokens, first, at + skip, languages, hits);
    }

    private static void Step(
        Dictionary<int, Node> next, ReadOnlySpan<Token> tokens, int first, int at, ulong languages, List<Hit> hits)
    {
        ref readonly var token = ref tokens[at];
        foreach (var word in token.Words)
            for (var written = WordCase.Lower; written <= token.Case; written++)
                if (next.TryGetValue(Key(word, written), out var node))
                    Walk(node, tokens, first, at + 1, languages, hits);
    }

    private static int Key(int word, WordCase written) => (word * 4) + (int)written;

    private sealed class Node
    {
        public Dictionary<int, Node>? Next { get; private set; }

        public List<(int Longest, Node After)>? Gaps { get; private set; }

        public List<Term>? Terms { get; set; }

        public Node After(int key)
        {
            ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(Next ??= [], key, out _);
            return node ??= new();
        }

        public Node Over(int gap)
        {
            Gaps ??= [];
            foreach (var (longest, after) in Gaps)
                if (longest == gap)
                    return after;
            var node = new Node();
            Gaps.Add((gap, node));
            return node;
        }
    }
}
