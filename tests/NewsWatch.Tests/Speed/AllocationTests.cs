using System.Globalization;
using NewsWatch.Benchmarks.HotPaths;
using NewsWatch.ClassifyArticle;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.PollFeeds.Parsing;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Speed;

/// <summary>
/// What the stages allocate for the newsroom of the demonstration, held to <c>allocated.tsv</c>: memory is counted exactly where time is not, and most
/// of what makes a stage slow makes it allocate too. More than a twentieth above the line fails, and so does a line that has become too high to
/// notice anything; a new line comes with a note that says why.
/// </summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    /// <summary>Set to 1, a test run writes the lines anew, without their notes.</summary>
    private const string Rewrite = "NEWSWATCH_WRITE_ALLOCATED";

    private const double MostAbove = 1.05;
    private const double MostBelow = 0.8;
    private const int WarmUps = 40;
    private const int Rounds = 7;

    private static readonly string Lines = Path.Combine(RepositoryFolder.Path, "tests/NewsWatch.Tests/Speed/allocated.tsv");

    [Fact]
    public void No_stage_allocates_more_than_its_line()
    {
        var measured = Measure();
        foreach (var (stage, bytes) in measured)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage}: {bytes} bytes"));
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            File.WriteAllLines(Lines, measured.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Stage}\t{one.Bytes}\t")).Prepend("stage\tbytes\tnote"));
        var lines = Read();
        Assert.All(measured, one => Assert.InRange(one.Bytes, (long)(lines[one.Stage] * MostBelow), (long)(lines[one.Stage] * MostAbove)));
    }

    private static Dictionary<string, long> Read()
        => File.ReadLines(Lines).Skip(1).Select(line => line.Split('\t')).ToDictionary(
            cells => cells[0], cells => long.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static List<(string Stage, long Bytes)> Measure()
    {
        List<byte[]> feeds = [.. Newsroom.Feeds], pages = [.. Newsroom.Pages];
        var (parser, classifier) = (new FeedParser(TimeProvider.System), new AgreementClassifier());
        var texts = pages.Select(page => PageReader.Read(page, null, Newsroom.Address)).Select(page => new ClassifierInput(page.Title ?? "", page.Text)).ToList();
        return
        [
            ("feeds parsed", Allocated(() => feeds.ForEach(feed => parser.Parse(feed, null, Newsroom.Address)))),
            ("pages read", Allocated(() => pages.ForEach(page => PageReader.Read(page, null, Newsroom.Address)))),
            ("texts compared", Allocated(() => texts.ForEach(text => MinHash.Of(text.Text)))),
            ("texts classified", Allocated(() => texts.ForEach(text => classifier.Classify(text)))),
        ];
    }

    private static long Allocated(Action action)
    {
        for (var round = 0; round < WarmUps; round++)
            action();
        return Enumerable.Range(0, Rounds).Select(_ => Once(action)).Order().ElementAt(Rounds / 2);
    }

    private static long Once(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
