using System.Globalization;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Reading.Metadata;
using NewsWatch.ExtractArticle.Reading.Metadata.Titles;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>
/// <c>reading titles OUT.tsv SET…</c>: finds the weights of the title ranker on two thirds of each set (a conditional logit: the right candidate's
/// share among the page's), and says what they score out of folds and on the last third.
/// </summary>
internal static class TitleTraining
{
    private const int Folds = 5, Rounds = 600;
    private const float Decay = 1f, Rate = 0.05f;

    public static int Run(string output, IReadOnlyList<string> sets)
    {
        var pages = sets.SelectMany(GoldPage.Read).Where(page => page.Title is not null).AsParallel().AsOrdered().Select(Choice.Of).ToList();
        var train = pages.Where(page => !page.Gold.HeldOut).ToList();
        Report("reachable", pages, page => page.Right.Contains(true));
        var outOfFold = new Dictionary<Choice, float[]>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. train.Where(page => page.Gold.Fold(Folds) != fold)]);
            foreach (var page in train.Where(page => page.Gold.Fold(Folds) == fold))
                outOfFold[page] = weights;
        }
        Report("out of fold", train, page => page.IsRight(outOfFold[page]));
        var all = Fit(train);
        Report("trained", pages, page => page.IsRight(all));
        Write(output, all, train.Count, sets);
        return 0;
    }

    private static float[] Fit(IReadOnlyList<Choice> pages)
    {
        var usable = pages.Where(page => page.Right.Contains(true) && page.Right.Contains(false)).ToList();
        var width = TitleFeatures.Width;
        double[] weights = new double[width], first = new double[width], second = new double[width];
        for (var round = 1; round <= Rounds; round++)
        {
            var slope = weights.Select(weight => Decay * weight).ToArray();
            foreach (var page in usable)
                page.AddSlope(weights, slope);
            for (var f = 0; f < width; f++)
            {
                first[f] = 0.9 * first[f] + 0.1 * slope[f];
                second[f] = 0.999 * second[f] + 0.001 * slope[f] * slope[f];
                weights[f] -= Rate * first[f] / (1 - Math.Pow(0.9, round)) / (Math.Sqrt(second[f] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }
        return [.. weights.Select(weight => MathF.Round((float)weight, 3))];
    }

    private static void Report(string name, IEnumerable<Choice> pages, Func<Choice, bool> right)
    {
        Console.WriteLine(name);
        foreach (var set in pages.GroupBy(page => (page.Gold.Set, page.Gold.HeldOut)).OrderBy(set => set.Key))
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {set.Key.Set,-12} {(set.Key.HeldOut ? "held out" : "two thirds"),-10} {(double)set.Count(right) / set.Count():F4} of {set.Count()}"));
    }

    private static void Write(string output, float[] weights, int pages, IReadOnlyList<string> sets)
    {
        using var writer = new StreamWriter(output) { NewLine = "\n" };
        writer.WriteLine("# Which of a page's titles is the article's: a weight for each feature of TitleFeature.cs; the highest sum is chosen.");
        writer.WriteLine($"# Found by tests/NewsWatch.Benchmarks (reading titles) on {pages} pages: two thirds of "
            + $"{string.Join(", ", sets.Select(set => Path.GetFileName(set.TrimEnd('/'))))}, chosen by hash of the page's id.");
        foreach (var feature in Enum.GetValues<TitleFeature>())
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weights[(int)feature]}"));
    }

    /// <summary>A page's candidates and which are right.</summary>
    private sealed record Choice(GoldPage Gold, IReadOnlyList<TitleCandidate> Candidates, float[][] Rows, bool[] Right)
    {
        public static Choice Of(GoldPage gold)
        {
            var (facts, refusal) = PageReader.Prepare(File.ReadAllText(gold.File), gold.Address);
            if (facts is null)
                throw new InvalidOperationException($"{gold.Id}: {refusal}");
            var (candidates, rows) = TitleReader.Describe(facts, PageMetadata.Names(facts), gold.Address);
            return new(gold, candidates, rows, [.. candidates.Select(candidate => MetadataScore.SameTitle(gold.Title!, candidate.Text))]);
        }

        public bool IsRight(float[] weights)
        {
            var best = -1;
            for (var i = 0; i < Rows.Length; i++)
                if (best < 0 || Sum(i, weights) > Sum(best, weights))
                    best = i;
            return best >= 0 && Right[best];
        }

        /// <summary>Adds the slope of the negative logarithm of the right candidates' share.</summary>
        public void AddSlope(double[] weights, double[] slope)
        {
            // The small set is the news; both count alike.
            var worth = Gold.Set.StartsWith("wcxb", StringComparison.Ordinal) ? 0.5 : 1.5;
            var scores = Rows.Select(row => row.Zip(weights, (value, weight) => value * weight).Sum()).ToArray();
            var top = scores.Max();
            var shares = scores.Select(score => Math.Exp(score - top)).ToArray();
            var sum = shares.Sum();
            var right = shares.Where((_, i) => Right[i]).Sum();
            for (var i = 0; i < Rows.Length; i++)
            {
                var pull = worth * (shares[i] / sum - (Right[i] ? shares[i] / right : 0));
                for (var f = 0; f < slope.Length; f++)
                    slope[f] += pull * Rows[i][f];
            }
        }

        private float Sum(int i, float[] weights) => Rows[i].Zip(weights, (value, weight) => value * weight).Sum();
    }
}
