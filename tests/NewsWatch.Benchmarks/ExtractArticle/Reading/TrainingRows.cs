using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>The blocks of all pages as rows, each feature cut into bins once for all models grown on them.</summary>
internal sealed class TrainingRows
{
    /// <summary>Most bins of a feature.</summary>
    public const int Bins = 64;

    /// <summary>Of short blocks that are all link and not of the article, which most blocks are, this share stands for all.</summary>
    private const float PlainShare = 0.15f;

    /// <summary>No block weighs more than this part of its page.</summary>
    private const float MostWeight = 0.5f;

    private readonly bool[] kept;

    public TrainingRows(IReadOnlyList<LabelledPage> pages)
    {
        Pages = pages;
        Count = pages.Sum(page => page.Table.Rows);
        Labels = new float[Count];
        Weights = new float[Count];
        Owners = new int[Count];
        kept = new bool[Count];
        var random = new Random(5);
        var row = 0;
        for (var p = 0; p < pages.Count; p++)
            for (var i = 0; i < pages[p].Table.Rows; i++, row++)
            {
                var block = pages[p].Map.Blocks[i];
                var plain = !pages[p].Labels[i] && block.LinkShare > 0.9f && block.Words < 8;
                kept[row] = !plain || random.NextSingle() < PlainShare;
                Labels[row] = pages[p].Labels[i] ? 1 : 0;
                Weights[row] = Math.Min(MostWeight, pages[p].Weights[i]) * PageWeight(pages[p].Gold) / (plain ? PlainShare : 1);
                Owners[row] = p;
            }
        Cells = new byte[FeatureTable.Width][];
        Cuts = new float[FeatureTable.Width][];
    }

    public IReadOnlyList<LabelledPage> Pages { get; }

    public int Count { get; }

    /// <summary>1 for a block of the article, by row.</summary>
    public float[] Labels { get; }

    /// <summary>What a verdict is worth, by row.</summary>
    public float[] Weights { get; }

    /// <summary>Index of the row's page.</summary>
    public int[] Owners { get; }

    /// <summary>Bin of each row, by feature.</summary>
    public byte[][] Cells { get; }

    /// <summary>Thresholds between the bins, by feature.</summary>
    public float[][] Cuts { get; }

    /// <summary>Rows of the pages asked for.</summary>
    public int[] Of(Func<int, bool> usesPage)
    {
        var uses = Enumerable.Range(0, Pages.Count).Select(usesPage).ToArray();
        return [.. Enumerable.Range(0, Count).Where(row => kept[row] && uses[Owners[row]])];
    }

    /// <summary>Cuts features <paramref name="from"/> to <paramref name="to"/> into bins of about as many rows each.</summary>
    public void Quantise(int from, int to) => Parallel.For(from, to, f =>
    {
        var values = new float[Count];
        var at = 0;
        foreach (var page in Pages)
        {
            page.Table[(Feature)f][..page.Table.Rows].CopyTo(values.AsSpan(at));
            at += page.Table.Rows;
        }
        var sorted = values.Where((_, row) => kept[row]).ToArray();
        Array.Sort(sorted);
        var distinct = sorted.Distinct().ToArray();
        var cuts = distinct.Length <= Bins
            ? [.. distinct.Zip(distinct.Skip(1), (a, b) => (a + b) / 2)]
            : Enumerable.Range(1, Bins - 1).Select(bin => sorted[(long)bin * sorted.Length / Bins]).Distinct().ToArray();
        var cells = new byte[Count];
        for (var row = 0; row < Count; row++)
        {
            var bin = Array.BinarySearch(cuts, values[row]);
            cells[row] = (byte)(bin < 0 ? ~bin : bin);
        }
        (Cuts[f], Cells[f]) = (cuts, cells);
    });

    /// <summary>The third set holds articles of all kinds, most of them no news.</summary>
    private static float PageWeight(GoldPage page) => page.Set.StartsWith("wcxb", StringComparison.Ordinal) ? 1 : 2;
}
