using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>
/// A sum of oblivious trees (each level of a tree asks one question, so that a tree is a table of 2^depth values). How the
/// trees were grown is written at the head of <c>block-model.tsv</c>.
/// </summary>
internal sealed class TreeModel
{
    private readonly float bias;
    private readonly Tree[] trees;

    public TreeModel(float bias, IEnumerable<Tree> trees)
    {
        this.bias = bias;
        this.trees = [.. trees];
    }

    /// <summary>The trees, for the trainer.</summary>
    public IReadOnlyList<Tree> Trees => trees;

    public float Bias => bias;

    /// <summary>Probability that each block belongs to the article, 0 to 1, by row.</summary>
    public float[] Probabilities(FeatureTable table)
    {
        var all = new bool[table.Rows];
        Array.Fill(all, true);
        return Probabilities(table, all);
    }

    /// <summary>Probability that each block belongs to the article, 0 to 1, by row; 0 for rows that are not in doubt.</summary>
    /// <param name="table">The blocks.</param>
    /// <param name="inDoubt">By row, what to ask; the other rows cost next to nothing.</param>
    public float[] Probabilities(FeatureTable table, ReadOnlySpan<bool> inDoubt)
    {
        var lanes = Vector<float>.Count;
        var sums = new float[(table.Rows + lanes - 1) / lanes * lanes];
        Array.Fill(sums, bias);
        var asked = new List<int>(sums.Length / lanes);
        for (var row = 0; row < sums.Length; row += lanes)
            if (inDoubt[row..Math.Min(row + lanes, table.Rows)].Contains(true))
                asked.Add(row / lanes);
        Span<int> leaves = stackalloc int[lanes];
        foreach (var tree in trees)
            foreach (var rows in CollectionsMarshal.AsSpan(asked))
            {
                tree.Answer(table, rows).CopyTo(leaves);
                var some = sums.AsSpan(rows * lanes, lanes);
                for (var row = 0; row < some.Length; row++)
                    some[row] += tree.Leaves[leaves[row]];
            }
        var probabilities = new float[table.Rows];
        for (var row = 0; row < probabilities.Length; row++)
            probabilities[row] = !inDoubt[row] ? 0 : 1 / (1 + MathF.Exp(-sums[row]));
        return probabilities;
    }

    /// <summary>Reads the rows of one pass: the bias first, then a tree a row.</summary>
    public static TreeModel Read(IEnumerable<DataRow> rows, string pass)
    {
        var mine = rows.Where(row => row[0] == pass).ToList();
        return new(mine[0].Single(1), mine.Skip(1).Select(row => Tree.Parse(row[1], row[2])));
    }

    internal static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>One tree: question by level, and the value of each of 2^levels answers, the first question the highest bit.</summary>
    internal sealed record Tree(Feature[] Features, float[] Thresholds, float[] Leaves)
    {
        /// <summary>Which of the values each of as many rows as a vector holds gets.</summary>
        /// <param name="table">The blocks.</param>
        /// <param name="rows">The vector's place among those of a column.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<int> Answer(FeatureTable table, int rows)
        {
            var answers = Vector<int>.Zero;
            for (var level = 0; level < Features.Length; level++)
                answers = (answers << 1) - Vector.GreaterThan(table.Vectors(Features[level], rows), new Vector<float>(Thresholds[level]));
            return answers;
        }

        /// <summary>Questions as <c>Words>12.5 LinkShare>0.3</c>, values in thousandths parted by spaces.</summary>
        public static Tree Parse(string questions, string leaves)
        {
            var pairs = questions.Split(' ').Select(question => question.Split('>')).ToArray();
            return new(
                [.. pairs.Select(pair => Enum.Parse<Feature>(pair[0]))],
                [.. pairs.Select(pair => Number(pair[1]))],
                [.. leaves.Split(' ').Select(leaf => Number(leaf) / 1000)]);
        }
    }
}
