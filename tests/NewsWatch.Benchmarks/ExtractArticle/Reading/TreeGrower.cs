using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>Gradient boosting with oblivious trees on logistic loss.</summary>
internal sealed class TreeGrower
{
    private const int Bins = 64;
    private readonly int trees, depth, seed;
    private readonly float rate, regularisation, columnShare, rowShare;

    public TreeGrower(int trees, int depth, float rate, float regularisation, float columnShare, float rowShare, int seed)
        => (this.trees, this.depth, this.rate, this.regularisation, this.columnShare, this.rowShare, this.seed) =
            (trees, depth, rate, regularisation, columnShare, rowShare, seed);

    /// <summary>Grows a model on the rows of <paramref name="pages"/>, using the first <paramref name="width"/> features.</summary>
    public TreeModel Grow(IReadOnlyList<LabelledPage> pages, int width, Func<LabelledPage, float> pageWeight)
    {
        var rows = pages.Sum(page => page.Table.Rows);
        var labels = new float[rows];
        var weights = new float[rows];
        var owner = new int[rows];
        var at = 0;
        for (var p = 0; p < pages.Count; p++)
            for (var i = 0; i < pages[p].Table.Rows; i++, at++)
            {
                labels[at] = pages[p].Labels[i] ? 1 : 0;
                weights[at] = Math.Min(0.5f, pages[p].Weights[i]) * pageWeight(pages[p]);
                owner[at] = p;
            }
        var mean = weights.Average();
        for (var i = 0; i < rows; i++)
            weights[i] /= mean;

        var (cells, cuts) = Quantise(pages, width, rows);
        var positive = 0f;
        for (var i = 0; i < rows; i++)
            positive += labels[i] * weights[i];
        var share = positive / rows;
        var bias = MathF.Log(share / (1 - share));
        var scores = new float[rows];
        Array.Fill(scores, bias);
        var grown = new List<TreeModel.Tree>();
        var random = new Random(seed);
        for (var t = 0; t < trees; t++)
            grown.Add(GrowTree(cells, cuts, labels, weights, owner, pages.Count, scores, random));
        return new(bias, grown);
    }

    private static (byte[][] Cells, float[][] Cuts) Quantise(IReadOnlyList<LabelledPage> pages, int width, int rows)
    {
        var cells = new byte[width][];
        var cuts = new float[width][];
        Parallel.For(0, width, f =>
        {
            var values = new float[rows];
            var at = 0;
            foreach (var page in pages)
            {
                page.Table[(Feature)f][..page.Table.Rows].CopyTo(values.AsSpan(at));
                at += page.Table.Rows;
            }
            var sorted = values.ToArray();
            Array.Sort(sorted);
            var distinct = sorted.Distinct().ToArray();
            cuts[f] = distinct.Length <= Bins
                ? [.. distinct.Zip(distinct.Skip(1), (a, b) => (a + b) / 2)]
                : [.. Enumerable.Range(1, Bins - 1).Select(b => sorted[(long)b * rows / Bins]).Distinct()];
            var mine = new byte[rows];
            for (var i = 0; i < rows; i++)
            {
                var bin = Array.BinarySearch(cuts[f], values[i]);
                mine[i] = (byte)(bin < 0 ? ~bin : bin);
            }
            cells[f] = mine;
        });
        return (cells, cuts);
    }

    private TreeModel.Tree GrowTree(
        byte[][] cells, float[][] cuts, float[] labels, float[] weights, int[] owner, int pageCount, float[] scores, Random random)
    {
        var used = new bool[pageCount];
        for (var p = 0; p < pageCount; p++)
            used[p] = random.NextSingle() < rowShare;
        var columns = Enumerable.Range(0, cells.Length).Where(_ => random.NextSingle() < columnShare).ToArray();
        var rows = Enumerable.Range(0, labels.Length).Where(i => used[owner[i]]).ToArray();
        var gradients = new float[rows.Length];
        var curvatures = new float[rows.Length];
        for (var k = 0; k < rows.Length; k++)
        {
            var i = rows[k];
            var p = 1 / (1 + MathF.Exp(-scores[i]));
            gradients[k] = (labels[i] - p) * weights[i];
            curvatures[k] = Math.Max(1e-6f, p * (1 - p)) * weights[i];
        }

        var leaf = new int[rows.Length];
        var features = new List<int>();
        var bins = new List<int>();
        for (var level = 0; level < depth; level++)
        {
            var (feature, bin) = BestQuestion(cells, cuts, rows, leaf, 1 << level, gradients, curvatures, columns);
            if (feature < 0)
                break;
            features.Add(feature);
            bins.Add(bin);
            var column = cells[feature];
            for (var k = 0; k < rows.Length; k++)
                leaf[k] = (leaf[k] << 1) | (column[rows[k]] > bin ? 1 : 0);
        }

        var sums = new double[1 << features.Count];
        var curves = new double[1 << features.Count];
        for (var k = 0; k < rows.Length; k++)
        {
            sums[leaf[k]] += gradients[k];
            curves[leaf[k]] += curvatures[k];
        }
        var values = sums.Select((sum, l) => MathF.Round((float)(rate * sum / (curves[l] + regularisation)) * 1000) / 1000).ToArray();
        for (var i = 0; i < scores.Length; i++)
        {
            var l = 0;
            for (var level = 0; level < features.Count; level++)
                l = (l << 1) | (cells[features[level]][i] > bins[level] ? 1 : 0);
            scores[i] += values[l];
        }
        return new([.. features.Select(f => (Feature)f)], [.. features.Select((f, level) => cuts[f][bins[level]])], values);
    }

    private (int Feature, int Bin) BestQuestion(
        byte[][] cells, float[][] cuts, int[] rows, int[] leaf, int leaves, float[] gradients, float[] curvatures, int[] columns)
    {
        var gains = new (double Gain, int Bin)[columns.Length];
        Parallel.For(0, columns.Length, c =>
        {
            var column = cells[columns[c]];
            var sums = new double[leaves * Bins];
            var curves = new double[leaves * Bins];
            for (var k = 0; k < rows.Length; k++)
            {
                var cell = leaf[k] * Bins + column[rows[k]];
                sums[cell] += gradients[k];
                curves[cell] += curvatures[k];
            }
            var gain = new double[Bins];
            for (var l = 0; l < leaves; l++)
            {
                double allSum = 0, allCurve = 0;
                for (var b = 0; b < Bins; b++)
                {
                    allSum += sums[l * Bins + b];
                    allCurve += curves[l * Bins + b];
                }
                double sum = 0, curve = 0;
                for (var b = 0; b < cuts[columns[c]].Length; b++)
                {
                    sum += sums[l * Bins + b];
                    curve += curves[l * Bins + b];
                    gain[b] += sum * sum / (curve + regularisation)
                        + (allSum - sum) * (allSum - sum) / (allCurve - curve + regularisation)
                        - allSum * allSum / (allCurve + regularisation);
                }
            }
            var best = Array.IndexOf(gain, gain.Max());
            gains[c] = (gain[best], best);
        });
        var chosen = -1;
        for (var c = 0; c < gains.Length; c++)
            if (gains[c].Gain > 1e-6 && (chosen < 0 || gains[c].Gain > gains[chosen].Gain))
                chosen = c;
        return chosen < 0 ? (-1, 0) : (columns[chosen], gains[chosen].Bin);
    }
}
