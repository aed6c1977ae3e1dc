using System.Diagnostics;
using NewsWatch.Benchmarks.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Tests.ExtractArticle.Reading;

/// <summary>
/// Floors on the measuring sets. The model that is shipped was grown on these pages too, so that the floors guard the code around it;
/// what the recipe scores on sites it has not seen, <c>reading train-all</c> of the benchmarks says.
/// </summary>
public sealed class SetFloorTests
{
    [SharedDataFact("data/extraction/fundus.tar.xz")]
    public void Fundus_pages_keep_their_score() => Score("fundus", 0.984);

    [SharedDataFact("data/extraction/scrapinghub.tar.xz")]
    public void Scrapinghub_pages_keep_their_score() => Score("scrapinghub", 0.983);

    [SharedDataFact("data/extraction/wcxb-dev.tar.xz")]
    public void Wcxb_pages_keep_their_score() => Score("wcxb-dev", 0.966);

    private static void Score(string set, double floor)
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-");
        try
        {
            Unpack(RepositoryFolder.Shared("data", "extraction", $"{set}.tar.xz"), folder.FullName);
            var matches = GoldPage.Read(Path.Combine(folder.FullName, set)).AsParallel().Select(page =>
            {
                var reading = PageReader.Read(File.ReadAllBytes(page.File), null, page.Address);
                var vocabulary = new Dictionary<string, int>();
                return ShingleScore.Compare(
                    ShingleScore.Count(ShingleScore.Words(page.Text, vocabulary)), ShingleScore.Count(ShingleScore.Words(reading.Text, vocabulary)));
            }).ToList();
            var (f1, precision, recall) = ShingleScore.Over(matches);
            Assert.True(f1 >= floor, $"{set}: F1 {f1:F4}, precision {precision:F4}, recall {recall:F4}; the floor is {floor}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static void Unpack(string archive, string folder)
    {
        using var tar = Process.Start("tar", ["-C", folder, "-xf", archive]);
        tar.WaitForExit();
        Assert.Equal(0, tar.ExitCode);
    }
}
