using System.Diagnostics;
using System.Text;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.ExtractArticle.Documents;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;
using NewsWatch.Fetching.Hops;
using NewsWatch.PollFeeds.Intake;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.PollFeeds.Sources;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Review.Articles;
using NewsWatch.Tests.PollFeeds.Doubles;
using NewsWatch.Text;

namespace NewsWatch.Tests.Attacks;

/// <summary>
/// Every bomb of markup at every door that reads some. Each reading ends with a value, within the time that is stated for it; most end far
/// sooner, since what they build is bounded.
/// </summary>
public sealed class MarkupBombTests
{
    private static readonly Uri Address = new("https://news.example/press/");

    /// <summary>What a slow machine that does much else may take besides.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, Action<string>> Doors = new(StringComparer.Ordinal)
    {
        ["entry of a feed, escaped"] = markup => ReadFeed(System.Net.WebUtility.HtmlEncode(markup)),
        ["entry of a feed, as markup of its own"] = markup => ReadFeed($"<div xmlns=\"http://www.w3.org/1999/xhtml\">{markup}</div>"),
        ["feed itself"] = markup => ReadFeed(Utf8(markup)),
        ["page"] = markup => Assert.NotNull(TimeBound.Read(
            Bound.Markup.Time, TimeProvider.System, stop => PageReader.Read(Utf8(markup), "text/html", Address, stop), why => new PageReading { Kind = PageKind.Unreadable, Reason = why }, default)),
        ["page that shows nothing"] = markup => Assert.NotNull(TimeBound.Read(
            Bound.Markup.Time, TimeProvider.System, stop => PageReader.Read($"<script>{markup}</script><noscript>{markup}</noscript>", Address, stop), why => new PageReading { Kind = PageKind.Unreadable, Reason = why }, default)),
        ["kept page on the desk"] = markup => Assert.NotEmpty(InertPage.Of(
            new KeptPage("a", "d", Address, Address, 200, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch, 1, "pages/a/d.html.gz"), Utf8(markup), TimeProvider.System, default)),
        ["page that lists articles"] = markup => Assert.NotNull(new ListPageReader(TimeProvider.System).Read(Fetched(markup), new WatchedFeed("a", Address) { Kind = SourceKind.Page }, default)),
        ["sitemap"] = markup => SitemapDocument.Read(Utf8($"<urlset><url><loc>{markup}</loc></url></urlset>"), DateTimeOffset.UnixEpoch, default),
        ["watch list"] = markup => ReadList(markup),
        ["page looked through for a way on"] = markup => PageRefresh.Of(Fetched(markup)),
        ["page looked through for its document"] = markup => SoleDocument.Of(Fetched(markup)),
    };

    public static TheoryData<string> Bombs => MarkupBombs.Names;

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_of_markup_ends_in_time_at_every_door(string bomb)
    {
        var markup = MarkupBombs.Make(bomb);
        foreach (var (door, read) in Doors)
        {
            var clock = Stopwatch.StartNew();
            read(markup);
            Assert.True(clock.Elapsed < Bound.Markup.Time + Slack, $"{door}: {clock.Elapsed}");
        }
    }

    private static void ReadFeed(string description)
        => ReadFeed(Utf8($"<rss version=\"2.0\"><channel><title>W</title><item><title>A</title><link>https://news.example/a</link><description>{description}</description></item></channel></rss>"));

    private static void ReadFeed(ReadOnlyMemory<byte> body)
    {
        var parse = TimeBound.Read<FeedParse>(
            Bound.Feed.Time, TimeProvider.System, stop => new FeedParser(TimeProvider.System).Parse(body, "text/xml", Address, new FeedLimits { MaxBytes = 8 * 1024 * 1024 }, stop), why => new FeedParse.Failed(why), default);
        if (parse is FeedParse.Parsed { Document.Entries: var entries })
            foreach (var entry in entries)
                Assert.True(EntryText.Of(entry).Length <= Bound.Feed.EntryText && EntryWords.Of(entry).Fingerprint.Length > 0);
    }

    private static void ReadList(string markup)
    {
        try
        {
            OpmlReader.Read(new MemoryStream(Utf8($"<opml><body><outline text=\"a\">{markup}</outline></body></opml>").ToArray()), "list");
        }
        catch (WatchListException refused)
        {
            Assert.DoesNotContain('\n', refused.Message);
        }
    }

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static FetchResult.Fetched Fetched(string markup) => FeedWeb.Page(Address.AbsoluteUri, markup, "content-type: text/html");
}
