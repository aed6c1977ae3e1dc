using System.Globalization;
using System.Numerics;
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
        var answers = new Vector<int>[sums.Length / lanes];
        foreach (var tree in trees)
        {
            Array.Clear(answers);
            for (var level = 0; level < tree.Features.Length; level++)
            {
                // A question is put to all rows before the next: its column is looked up once and read from end to end.
                var column = MemoryMarshal.Cast<float, Vector<float>>(table[tree.Features[level]]);
                var threshold = new Vector<float>(tree.Thresholds[level]);
                foreach (var rows in asked)
                    answers[rows] = (answers[rows] << 1) - Vector.GreaterThan(column[rows], threshold);
            }
            var leaves = MemoryMarshal.Cast<Vector<int>, int>(answers);
            foreach (var rows in asked)
                for (var row = rows * lanes; row < (rows + 1) * lanes; row++)
                    sums[row] += tree.Leaves[leaves[row]];
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
