using NewsWatch.Fetching;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Sources;
using NewsWatch.PollFeeds.WatchLists;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A page that lists articles: the list as it is found, and all links of one form.</summary>
internal sealed class ListPageTarget : IFuzzTarget
{
    private static readonly Uri Address = new("https://www.news.example/press/");

    private static readonly WatchedFeed Found = new("Press", Address) { Kind = SourceKind.Page };

    private static readonly WatchedFeed ByForm = Found with { Links = "/press/* /news/*" };

    private readonly ListPageReader reader = new(FixedClock.Instance);

    public string Name => "list-page";

    public string Dictionary => "html";

    public void Read(byte[] input)
    {
        var page = new FetchResult.Fetched(Address, Address, 200, new Dictionary<string, string>(), input);
        foreach (var feed in new[] { Found, ByForm })
            if (reader.Read(page, feed, CancellationToken.None) is FeedParse.Parsed { Document: var document })
                FeedPromises.Check(document, int.MaxValue);
    }
}
