using System.Globalization;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary><c>reading metadata SET…</c>: shares of right titles, dates and authors, on the pages trained on and on the third left out.</summary>
internal static class MetadataReport
{
    public static int Run(IReadOnlyList<string> sets)
    {
        Console.WriteLine("| set | pages | title | date | authors |\n|---|---|---|---|---|");
        foreach (var folder in sets)
        {
            var scores = GoldPage.Read(folder).AsParallel().Select(page => (page.HeldOut, Score: MetadataScore.Of(page))).ToList();
            var set = Path.GetFileName(folder.TrimEnd('/'));
            Row($"{set}, all", [.. scores.Select(row => row.Score)]);
            Row($"{set}, two thirds", [.. scores.Where(row => !row.HeldOut).Select(row => row.Score)]);
            Row($"{set}, held out", [.. scores.Where(row => row.HeldOut).Select(row => row.Score)]);
        }
        return 0;
    }

    private static void Row(string name, IReadOnlyList<MetadataScore> scores)
        => Console.WriteLine($"| {name} | {scores.Count} | {Share(scores, s => s.Title)} | {Share(scores, s => s.Date)} | {Share(scores, s => s.Authors)} |");

    private static string Share(IEnumerable<MetadataScore> scores, Func<MetadataScore, bool?> field)
        => MetadataScore.Share(scores, field).ToString("F3", CultureInfo.InvariantCulture);
}
