using System.Diagnostics;
using System.Globalization;
using NewsWatch.ExtractArticle.Reading.Picking;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>
/// <c>reading train OUT.tsv SET…</c>: grows the block model on two thirds of each set and says what it scores on the third left out, and
/// what the same recipe scores in five folds by site, each page judged by models that saw no page of its site. <c>reading train-all</c>:
/// the same on all pages, for which the five folds alone speak.
/// </summary>
internal static class ModelTraining
{
    private const int Folds = 5;

    /// <summary>Words of a page that is reported on apart, for a rule in absolute numbers fails there first.</summary>
    private const int LongPage = 4000;

    public static int Run(string output, IReadOnlyList<string> sets, bool twoThirds)
    {
        var clock = Stopwatch.StartNew();
        var gold = sets.SelectMany(GoldPage.Read).ToList();
        var labelled = new LabelledPage[gold.Count];
        Parallel.For(0, gold.Count, i => labelled[i] = new(gold[i]));
        Console.WriteLine($"{labelled.Length} pages, {labelled.Sum(p => p.Table.Rows)} blocks, labelled in {clock.Elapsed.TotalSeconds:F0} s");
        Report("best choice of blocks", labelled, page => page.Labels);

        var pages = labelled.Where(page => !twoThirds || !page.Gold.HeldOut).ToList();
        var (first, second) = Grow(pages);
        Console.WriteLine($"models grown, {clock.Elapsed.TotalSeconds:F0} s");
        if (twoThirds)
        {
            var leftOut = labelled.Where(page => page.Gold.HeldOut).ToList();
            foreach (var page in leftOut)
                BlockJudge.AddFirst(page.Table, first.Probabilities(page.Table), page.Map, page.Context);
            Report("third left out", leftOut, page => Choose(page, second.Probabilities(page.Table, BlockJudge.Doubtful(FirstOf(page)))));
        }
        Write(output, first, second, pages.Count, sets, twoThirds);
        Console.WriteLine($"done, {clock.Elapsed.TotalSeconds:F0} s");
        return 0;
    }

    /// <summary>The two passes; the second learns from what the first says of pages of sites it has not seen.</summary>
    private static (TreeModel First, TreeModel Second) Grow(List<LabelledPage> pages)
    {
        var folds = pages.Select(page => page.Gold.Fold(Folds)).ToArray();
        var rows = new TrainingRows(pages);
        rows.Quantise(0, FeatureTable.FirstPassWidth);
        TreeModel first = null!, second = null!;
        var probabilities = new float[pages.Count][];
        Parallel.For(0, Folds + 1, fold =>
        {
            var model = new TreeGrower(rows, 1 + fold).Grow(p => folds[p] != fold, FeatureTable.FirstPassWidth);
            if (fold == Folds)
                first = model;
            foreach (var p in Of(fold))
                probabilities[p] = model.Probabilities(pages[p].Table);
        });
        for (var p = 0; p < pages.Count; p++)
            BlockJudge.AddFirst(pages[p].Table, probabilities[p], pages[p].Map, pages[p].Context);
        Report("first pass, five folds", pages, page => Choose(page, FirstOf(page)));

        rows.Quantise(FeatureTable.FirstPassWidth, FeatureTable.Width);
        Parallel.For(0, Folds + 1, fold =>
        {
            var model = new TreeGrower(rows, 9 + fold).Grow(p => folds[p] != fold, FeatureTable.Width);
            if (fold == Folds)
                second = model;
            foreach (var p in Of(fold))
                probabilities[p] = model.Probabilities(pages[p].Table, BlockJudge.Doubtful(FirstOf(pages[p])));
        });
        var places = pages.Select((page, p) => (page, p)).ToDictionary(pair => pair.page, pair => pair.p);
        Report("second pass, five folds", pages, page => Choose(page, probabilities[places[page]]));
        return (first, second);

        IEnumerable<int> Of(int fold) => Enumerable.Range(0, pages.Count).Where(p => folds[p] == fold);
    }

    private static float[] FirstOf(LabelledPage page) => page.Table[Feature.First][..page.Table.Rows].ToArray();

    /// <summary>As the reader chooses.</summary>
    private static bool[] Choose(LabelledPage page, float[] probabilities)
    {
        var chosen = new bool[probabilities.Length];
        foreach (var i in BlockChoice.Of(page.Map, page.Context, new Judgement(probabilities, probabilities)).Body.Taken)
            chosen[i] = true;
        return chosen;
    }

    /// <summary>
    /// F1 of each set, and of the third of it that is left out where two thirds are trained on; recall on its longest pages.
    /// </summary>
    private static void Report(string name, IReadOnlyList<LabelledPage> pages, Func<LabelledPage, bool[]> choose)
    {
        Console.WriteLine(name);
        foreach (var set in pages.GroupBy(page => page.Gold.Set))
        {
            var scores = set.Select(page =>
            {
                var chosen = choose(page);
                return (page.Gold.HeldOut, Long: page.GoldWords > LongPage, Match: page.Score(i => chosen[i]));
            }).ToList();
            var (f1, precision, recall) = ShingleScore.Over(scores.Select(score => score.Match));
            var third = scores.Where(score => score.HeldOut).Select(score => score.Match).ToList();
            var inThird = third.Count == 0 || third.Count == scores.Count
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $", its third {ShingleScore.Over(third).F1:F4}");
            var longPages = scores.Where(score => score.Long).Select(score => score.Match).ToList();
            var onLong = longPages.Count == 0
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture, $", recall on {longPages.Count} long pages {ShingleScore.Over(longPages).Recall:F4}");
            var bad = scores.Count(score => ShingleScore.F1(score.Match) < 0.5);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {set.Key,-12}{f1:F4} ({precision:F3}/{recall:F3}){inThird}{onLong}, pages under .5: {bad} of {scores.Count}"));
        }
    }

    private static void Write(string output, TreeModel first, TreeModel second, int pages, IReadOnlyList<string> sets, bool twoThirds)
    {
        using var writer = new StreamWriter(output) { NewLine = "\n" };
        writer.WriteLine("# Which blocks belong to the article: oblivious trees on the features of Feature.cs.");
        writer.WriteLine($"# Grown by tests/NewsWatch.Benchmarks (reading train{(twoThirds ? "" : "-all")}) on {pages} pages: "
            + $"{(twoThirds ? "two thirds of " : "")}{string.Join(", ", sets.Select(set => Path.GetFileName(set.TrimEnd('/'))))}"
            + $"{(twoThirds ? ", chosen by hash of the page's id" : "")}.");
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
