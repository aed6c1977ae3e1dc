using NewsWatch.Benchmarks.HotPaths;
using NewsWatch.ClassifyArticle;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Tests.Speed;

/// <summary>What the stages do with the newsroom of the demonstration, on one thread.</summary>
internal static class StageWork
{
    /// <summary>Each stage's part by its name; done again, it is the same work.</summary>
    public static IReadOnlyList<KeyValuePair<string, Action>> All()
    {
        List<byte[]> feeds = [.. Newsroom.Feeds], pages = [.. Newsroom.Pages];
        var (parser, classifier) = (new FeedParser(TimeProvider.System), new AgreementClassifier());
        var texts = pages.Select(page => PageReader.Read(page, null, Newsroom.Address)).Select(page => new ClassifierInput(page.Title ?? "", page.Text)).ToList();
        return
        [
            new("feeds parsed", () => feeds.ForEach(feed => parser.Parse(feed, null, Newsroom.Address))),
            new("pages read", () => pages.ForEach(page => PageReader.Read(page, null, Newsroom.Address))),
            new("texts compared", () => texts.ForEach(text => MinHash.Of(text.Text))),
            new("texts classified", () => texts.ForEach(text => classifier.Classify(text))),
        ];
    }
}
