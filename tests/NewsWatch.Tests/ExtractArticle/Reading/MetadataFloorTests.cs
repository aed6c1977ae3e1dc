using NewsWatch.Benchmarks.ExtractArticle.Reading;

namespace NewsWatch.Tests.ExtractArticle.Reading;

/// <summary>Floors on the measuring sets for title, date and authors, on the third of the pages that no model was grown on.</summary>
public sealed class MetadataFloorTests
{
    [SharedDataFact("data/extraction/fundus.tar.xz")]
    public void Fundus_pages_left_out_of_training_keep_their_metadata() => Score("fundus", title: 0.84, date: 0.95, authors: 0.82);

    [SharedDataFact("data/extraction/wcxb-dev.tar.xz")]
    public void Wcxb_pages_left_out_of_training_keep_their_metadata() => Score("wcxb-dev", title: 0.88, date: 0.855, authors: 0.62);

    private static void Score(string set, double title, double date, double authors)
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-");
        try
        {
            SetFloorTests.Unpack(RepositoryFolder.Shared("data", "extraction", $"{set}.tar.xz"), folder.FullName);
            var scores = GoldPage.Read(Path.Combine(folder.FullName, set)).Where(page => page.HeldOut).AsParallel().Select(MetadataScore.Of).ToList();
            Keeps(nameof(title), MetadataScore.Share(scores, score => score.Title), title);
            Keeps(nameof(date), MetadataScore.Share(scores, score => score.Date), date);
            Keeps(nameof(authors), MetadataScore.Share(scores, score => score.Authors), authors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        void Keeps(string field, double share, double floor) => Assert.True(share >= floor, $"{set}: {field} {share:F4}; the floor is {floor}");
    }
}
