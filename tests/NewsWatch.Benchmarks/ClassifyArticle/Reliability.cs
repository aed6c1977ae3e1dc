using System.Globalization;

namespace NewsWatch.Benchmarks.ClassifyArticle;

/// <summary>
/// Whether a score means what it says: of the articles scored about 0.7 by weights that never saw them, about seven in ten should report an
/// agreement (a reliability diagram: DeGroot and Fienberg 1983).
/// </summary>
internal static class Reliability
{
    private const int Bins = 10;

    /// <summary>Prints a line a tenth of the scale, with Brier's score and the expected calibration error.</summary>
    /// <param name="unseen">Scores of articles and whether they report an agreement.</param>
    public static void Print(IReadOnlyList<(double Score, bool Right)> unseen)
    {
        var scored = unseen.Select(pair => (pair.Score, Right: pair.Right ? 1.0 : 0)).ToList();
        var error = 0.0;
        foreach (var bin in scored.GroupBy(pair => Math.Min(Bins - 1, (int)(pair.Score * Bins))).OrderBy(bin => bin.Key))
        {
            var (score, right) = (bin.Average(pair => pair.Score), bin.Average(pair => pair.Right));
            error += Math.Abs(score - right) * bin.Count() / scored.Count;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {bin.Key / (double)Bins:0.0} to {(bin.Key + 1) / (double)Bins:0.0}: {bin.Count(),4} articles, score {score:0.00}, report one {right:0.00} {new string('#', (int)(right * 40))}"));
        }

        var brier = scored.Average(pair => (pair.Score - pair.Right) * (pair.Score - pair.Right));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Brier score {brier:0.000}, expected calibration error {error:0.000}"));
    }
}
