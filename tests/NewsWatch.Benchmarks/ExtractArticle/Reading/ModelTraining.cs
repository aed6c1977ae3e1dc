using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary><c>reading train OUT.tsv SET…</c>: grows the block model on two thirds of each set and says what it scores on the last third.</summary>
internal static class ModelTraining
{
    private const int Folds = 4;

    public static int Run(string output, IReadOnlyList<string> sets)
    {
        var clock = Stopwatch.StartNew();
        var gold = sets.SelectMany(GoldPage.Read).ToList();
        var pages = new LabelledPage[gold.Count];
        Parallel.For(0, gold.Count, i => pages[i] = new(gold[i]));
        Console.WriteLine($"{pages.Length} pages, {pages.Sum(p => p.Table.Rows)} blocks, labelled in {clock.Elapsed.TotalSeconds:F0} s");
        Report("best choice of blocks", pages, page => page.Labels);

        var train = pages.Where(page => !page.Gold.HeldOut).ToList();
        var first = Grow(train, FeatureTable.FirstPassWidth, 1);
        foreach (var page in pages.Where(page => page.Gold.HeldOut))
            BlockJudge.AddFirst(page.Table, first.Probabilities(page.Table), page.Map, page.Context);
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = Grow([.. train.Where(page => page.Gold.Fold(Folds) != fold)], FeatureTable.FirstPassWidth, 2 + fold);
            foreach (var page in train.Where(page => page.Gold.Fold(Folds) == fold))
                BlockJudge.AddFirst(page.Table, others.Probabilities(page.Table), page.Map, page.Context);
        }
        Report("first pass", pages, page => [.. page.Table[Feature.First][..page.Table.Rows].ToArray().Select(p => p > 0.5f)]);
        Console.WriteLine($"first pass grown, {clock.Elapsed.TotalSeconds:F0} s");

        var second = Grow(train, FeatureTable.Width, 9);
        Report("second pass", pages, page => [.. second.Probabilities(page.Table).Select(p => p > 0.5f)]);
        Write(output, first, second, train.Count, sets);
        Console.WriteLine($"done, {clock.Elapsed.TotalSeconds:F0} s");
        return 0;
    }

    private static TreeModel Grow(IReadOnlyList<LabelledPage> pages, int width, int seed)
        => new TreeGrower(trees: 160, depth: 6, rate: 0.1f, regularisation: 20, columnShare: 0.35f, rowShare: 0.7f, seed)
            .Grow(pages, width, page => page.Gold.Set.StartsWith("wcxb", StringComparison.Ordinal) ? 1 : 2);

    /// <summary>F1 of each set: the pages trained on, and the third left out.</summary>
    private static void Report(string name, IReadOnlyList<LabelledPage> pages, Func<LabelledPage, bool[]> choose)
    {
        Console.WriteLine(name);
        foreach (var set in pages.GroupBy(page => page.Gold.Set))
        {
            var scores = set.Select(page =>
            {
                var chosen = choose(page);
                return (page.Gold, Match: page.Score(i => chosen[i]));
            }).ToList();
            var line = new StringBuilder($"  {set.Key,-12}");
            foreach (var heldOut in (ReadOnlySpan<bool>)[false, true])
            {
                var (f1, precision, recall) = ShingleScore.Over(scores.Where(s => s.Gold.HeldOut == heldOut).Select(s => s.Match));
                var bad = scores.Count(s => s.Gold.HeldOut == heldOut && ShingleScore.F1(s.Match) < 0.5);
                line.Append(CultureInfo.InvariantCulture, $"  {(heldOut ? "held out" : "trained")} {f1:F4} ({precision:F3}/{recall:F3}) under .5: {bad}");
            }
            var (all, allPrecision, allRecall) = ShingleScore.Over(scores.Select(s => s.Match));
            Console.WriteLine(line.Append(CultureInfo.InvariantCulture, $"  all {all:F4} ({allPrecision:F3}/{allRecall:F3})"));
        }
    }

    private static void Write(string output, TreeModel first, TreeModel second, int pages, IReadOnlyList<string> sets)
    {
        using var writer = new StreamWriter(output) { NewLine = "\n" };
        writer.WriteLine("# Which blocks belong to the article: oblivious trees on the features of Feature.cs.");
        writer.WriteLine($"# Grown by tests/NewsWatch.Benchmarks (reading train) on {pages} pages: two thirds of "
            + $"{string.Join(", ", sets.Select(set => Path.GetFileName(set.TrimEnd('/'))))}, chosen by hash of the page's id.");
        writer.WriteLine("# The second pass has also seen the first pass's verdicts, out of folds by site. Questions by level; leaves in thousandths.");
        Rows("first", first);
        Rows("second", second);

        void Rows(string pass, TreeModel model)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pass}\t{model.Bias}"));
            foreach (var (features, thresholds, leaves) in model.Trees)
                writer.WriteLine(
                    $"{pass}\t{string.Join(' ', features.Zip(thresholds, (f, t) => string.Create(CultureInfo.InvariantCulture, $"{f}>{t}")))}"
                    + $"\t{string.Join(' ', leaves.Select(leaf => MathF.Round(leaf * 1000).ToString(CultureInfo.InvariantCulture)))}");
        }
    }
}
