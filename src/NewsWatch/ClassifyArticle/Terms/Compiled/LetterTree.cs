namespace NewsWatch.ClassifyArticle.Terms.Compiled;

/// <summary>Words as a tree of letters while it is built: what shares its first letters shares their nodes.</summary>
internal sealed class LetterTree
{
    private readonly Branch root = new();

    /// <summary>Notes what ends with this word, and what with every word that goes on from it; 0 for nothing.</summary>
    public void Add(string word, int whole, int stem)
    {
        var branch = root;
        foreach (var letter in word)
        {
            if (!branch.Next.TryGetValue(letter, out var next))
                branch.Next.Add(letter, next = new());
            branch = next;
        }

        (branch.Whole, branch.Stem) = (Math.Max(branch.Whole, whole), Math.Max(branch.Stem, stem));
    }

    /// <summary>Its nodes, the root first; the children of each stand together, by letter.</summary>
    public LetterNode[] Compile()
    {
        var nodes = new List<LetterNode> { default };
        Write(root, 0, '\0', nodes);
        return [.. nodes];
    }

    private static void Write(Branch branch, int at, char letter, List<LetterNode> nodes)
    {
        var first = nodes.Count;
        nodes[at] = new(branch.Whole, branch.Stem, first, letter, checked((ushort)branch.Next.Count));
        for (var i = 0; i < branch.Next.Count; i++)
            nodes.Add(default);
        var child = first;
        foreach (var (next, below) in branch.Next)
            Write(below, child++, next, nodes);
    }

    private sealed class Branch
    {
        public SortedDictionary<char, Branch> Next { get; } = [];

        public int Whole { get; set; }

        public int Stem { get; set; }
    }
}

/// <summary>A node of a <see cref="LetterTree"/>.</summary>
/// <param name="Whole">One more than the number of the word that ends here; 0 where none does.</param>
/// <param name="Stem">The same of a word that may go on.</param>
/// <param name="First">Its first child.</param>
/// <param name="Letter">The letter that leads here.</param>
/// <param name="Children">How many children it has.</param>
internal readonly record struct LetterNode(int Whole, int Stem, int First, char Letter, ushort Children);
