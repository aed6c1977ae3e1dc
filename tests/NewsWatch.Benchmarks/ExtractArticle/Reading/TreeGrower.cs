using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>
/// Gradient boosting with oblivious trees on logistic loss. Each tree sees a share of the pages and of the features, and of the rows mostly
/// those that are still in doubt, weighted for the others. One thread: models are grown side by side.
/// </summary>
internal sealed class TreeGrower(TrainingRows rows, int seed)
{
    private const int Trees = 400, Depth = 6, Bins = TrainingRows.Bins;
    private const float Rate = 0.05f, Regularisation = 20, ColumnShare = 0.35f, PageShare = 0.7f;

    /// <summary>A row whose gradient is less than this part of the mean is left out as often as it is smaller, but for <see cref="LeastShare"/>.</summary>
    private const float Doubtful = 0.5f, LeastShare = 0.04f;

    private readonly Random random = new(seed);
    private readonly float[] weights = new float[rows.Count], scores = new float[rows.Count];

    /// <summary>Grows a model on the pages asked for, using the first <paramref name="width"/> features.</summary>
    public TreeModel Grow(Func<int, bool> usesPage, int width)
    {
        var all = rows.Of(usesPage);
        var mean = all.Sum(row => (double)rows.Weights[row]) / all.Length;
        var positive = 0.0;
        foreach (var row in all)
        {
            weights[row] = (float)(rows.Weights[row] / mean);
            positive += rows.Labels[row] * weights[row];
        }
        var share = (float)(positive / all.Length);
        var bias = MathF.Log(share / (1 - share));
        foreach (var row in all)
            scores[row] = bias;
        var grown = new List<TreeModel.Tree>();
        for (var t = 0; t < Trees; t++)
            grown.Add(GrowTree(all, width));
        return new(bias, grown);
    }

    private TreeModel.Tree GrowTree(int[] all, int width)
    {
        var slopes = Sample(all);
        var columns = Enumerable.Range(0, width).Where(_ => random.NextSingle() < ColumnShare).ToArray();
        var cells = columns.Select(column => slopes.Select(slope => rows.Cells[column][slope.Row]).ToArray()).ToArray();
        var leaf = new int[slopes.Count];
        var features = new List<int>();
        var bins = new List<int>();
        for (var level = 0; level < Depth; level++)
        {
            var (column, bin) = BestQuestion(cells, columns, slopes, leaf, 1 << level);
            if (column < 0)
                break;
            features.Add(columns[column]);
            bins.Add(bin);
            for (var k = 0; k < leaf.Length; k++)
                leaf[k] = (leaf[k] << 1) | (cells[column][k] > bin ? 1 : 0);
        }

        var sums = new double[1 << features.Count];
        var curves = new double[1 << features.Count];
        for (var k = 0; k < leaf.Length; k++)
        {
            sums[leaf[k]] += slopes[k].Gradient;
            curves[leaf[k]] += slopes[k].Curvature;
        }
        var values = sums.Select((sum, l) => MathF.Round((float)(Rate * sum / (curves[l] + Regularisation)) * 1000) / 1000).ToArray();
        foreach (var row in all)
        {
            var l = 0;
            for (var level = 0; level < features.Count; level++)
                l = (l << 1) | (rows.Cells[features[level]][row] > bins[level] ? 1 : 0);
            scores[row] += values[l];
        }
        return new([.. features.Select(f => (Feature)f)], [.. features.Select((f, level) => rows.Cuts[f][bins[level]])], values);
    }

    private List<Slope> Sample(int[] all)
    {
        var used = new bool[rows.Pages.Count];
        for (var p = 0; p < used.Length; p++)
            used[p] = random.NextSingle() < PageShare;
        var slopes = new List<Slope>();
        foreach (var row in all)
        {
            if (!used[rows.Owners[row]])
                continue;
            var p = 1 / (1 + MathF.Exp(-scores[row]));
            slopes.Add(new(row, (rows.Labels[row] - p) * weights[row], Math.Max(1e-6f, p * (1 - p)) * weights[row]));
        }
        var doubtful = Doubtful * slopes.Average(slope => Math.Abs(slope.Gradient));
        var sample = new List<Slope>();
        foreach (var slope in slopes)
        {
            var share = Math.Min(1, LeastShare + Math.Abs(slope.Gradient) / doubtful);
            if (share == 1 || random.NextSingle() < share)
                sample.Add(new(slope.Row, slope.Gradient / share, slope.Curvature / share));
        }
        return sample;
    }

    /// <summary>The column, by its place among the columns, and the bin that part the leaves best; -1 where nothing does.</summary>
    private (int Column, int Bin) BestQuestion(byte[][] cells, int[] columns, List<Slope> slopes, int[] leaf, int leaves)
    {
        var chosen = (Column: -1, Bin: 0);
        var most = 1e-6;
        var sums = new (float Sum, float Curve)[leaves * Bins];
        for (var c = 0; c < columns.Length; c++)
        {
            Array.Clear(sums);
            for (var k = 0; k < leaf.Length; k++)
            {
                ref var cell = ref sums[leaf[k] * Bins + cells[c][k]];
                cell = (cell.Sum + slopes[k].Gradient, cell.Curve + slopes[k].Curvature);
            }
            var gains = Gains(sums, leaves, rows.Cuts[columns[c]].Length);
            for (var bin = 0; bin < gains.Length; bin++)
                if (gains[bin] > most)
                    (most, chosen) = (gains[bin], (c, bin));
        }
        return chosen;
    }

    private static double[] Gains((float Sum, float Curve)[] sums, int leaves, int cuts)
    {
        var gains = new double[cuts];
        for (var l = 0; l < leaves; l++)
        {
            var (allSum, allCurve) = (0.0, 0.0);
            for (var bin = 0; bin < Bins; bin++)
                (allSum, allCurve) = (allSum + sums[l * Bins + bin].Sum, allCurve + sums[l * Bins + bin].Curve);
            var (sum, curve) = (0.0, 0.0);
            for (var bin = 0; bin < cuts; bin++)
            {
                (sum, curve) = (sum + sums[l * Bins + bin].Sum, curve + sums[l * Bins + bin].Curve);
                gains[bin] += Worth(sum, curve) + Worth(allSum - sum, allCurve - curve) - Worth(allSum, allCurve);
            }
        }
        return gains;
    }

    private static double Worth(double sum, double curve) => sum * sum / (curve + Regularisation);

    private readonly record struct Slope(int Row, float Gradient, float Curvature);
}
