using System.Text;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Tests.PollFeeds.Parsing;

public sealed class HostileFeedTests
{
    private const long Bound = 64 * 1024 * 1024;

    private static readonly FeedParser Parser = new(TimeProvider.System);

    public static TheoryData<string> Bodies() => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_hostile_feed_is_read_or_refused_within_64_MB(string name)
    {
        var body = Encoding.UTF8.GetBytes(Makers[name]());
        Parser.Parse("<rss><channel/></rss>"u8.ToArray(), null, null);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var parse = Parser.Parse(body, "text/xml", new Uri("https://feeds.example.org/"));
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{name} took {clock.Elapsed}");
        Assert.True(spent < Bound, $"{name} took {spent / 1048576.0:f1} MB");
        if (parse is FeedParse.Parsed { Document: var document })
            Assert.True(document.Entries.Count <= new FeedLimits().MaxEntries);
    }

    [Fact]
    public void Of_a_feed_with_100_000_items_the_first_are_kept_and_it_is_said()
    {
        var document = Assert.IsType<FeedParse.Parsed>(Parser.Parse(Encoding.UTF8.GetBytes(Makers["100,000 items"]()), null, null)).Document;
        Assert.Equal(2_000, document.Entries.Count);
        Assert.Equal("Note 0", document.Entries[0].Title);
        Assert.True(document.Repairs.HasFlag(FeedRepairs.TooLarge));
    }

    [Fact]
    public void Entities_made_of_entities_are_not_expanded()
    {
        var document = Assert.IsType<FeedParse.Parsed>(Parser.Parse(Encoding.UTF8.GetBytes(Makers["billion laughs"]()), null, null)).Document;
        Assert.Equal("&h9;", document.Title);
        Assert.Equal("ha and ha", document.Entries[0].Title);
    }

    private static readonly Dictionary<string, Func<string>> Makers = new()
    {
        ["50 MB"] = () => "<rss version=\"2.0\"><channel><title>Big</title>" + Repeat(500, i => $"<item><title>Note {i}</title><description>{new string('x', 100_000)}</description></item>") + "</channel></rss>",
        ["50 MB in one text"] = () => "<rss><channel><title>Big</title><item><description>" + new string('x', 50_000_000) + "</description></item></channel></rss>",
        ["50 MB of markup in one text"] = () => "<rss><channel><title>Big</title><item><description><![CDATA[" + Repeat(3_000_000, _ => "<p>&amp;a b</p>") + "]]></description></item></channel></rss>",
        ["100,000 items"] = () => "<rss version=\"2.0\"><channel><title>Many</title>" + Repeat(100_000, i => $"<item><title>Note {i}</title><link>https://example.org/{i}</link><pubDate>Mon, 02 Mar 2026 08:30:00 GMT</pubDate></item>") + "</channel></rss>",
        ["100,000 Atom entries"] = () => "<feed xmlns=\"http://www.w3.org/2005/Atom\">" + Repeat(100_000, i => $"<entry><title>Note {i}</title><link href=\"/{i}\"/><id>{i}</id><updated>2026-03-02T08:30:00Z</updated></entry>") + "</feed>",
        ["100,000 JSON items"] = () => "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"{{\"id\":\"{i}\",\"content_text\":\"Note {i}\"}}")) + "]}",
        ["billion laughs"] = () => "<!DOCTYPE rss [<!ENTITY h0 \"ha\">" + Repeat(9, i => $"<!ENTITY h{i + 1} \"&h{i};&h{i};&h{i};&h{i};&h{i};&h{i};&h{i};&h{i};&h{i};&h{i};\">") + "]><rss><channel><title>&h9;</title><item><title>&h0; and &h0;</title></item></channel></rss>",
        ["quadratic entity"] = () => $"<!DOCTYPE rss [<!ENTITY a \"{new string('a', 1_000)}\">]><rss><channel><title>" + Repeat(500_000, _ => "&a;") + "</title></channel></rss>",
        ["external entity"] = () => "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><rss><channel><title>&a;</title></channel></rss>",
        ["a million tags deep"] = () => "<rss><channel><item>" + Repeat(1_000_000, _ => "<a>"),
        ["deep and closed"] = () => "<rss><channel><item><description>" + Repeat(40_000, _ => "<a>") + Repeat(40_000, _ => "</a>") + "</description></item></channel></rss>",
        ["a million attributes"] = () => "<rss " + Repeat(1_000_000, i => $"a{i}='' ") + "/>",
        ["a million names"] = () => "<rss><channel>" + Repeat(1_000_000, i => $"<n{i}/>") + "</channel></rss>",
        ["a million prefixes"] = () => "<rss><channel>" + Repeat(1_000_000, i => $"<p{i}:n/>") + "</channel></rss>",
        ["never closed"] = () => "<rss><channel><item><title>" + Repeat(1_000_000, _ => "<![CDATA["),
        ["only ampersands"] = () => "<rss><channel><title>" + new string('&', 3_000_000) + "</title></channel></rss>",
        ["only less-than signs"] = () => "<rss><channel><title>" + new string('<', 3_000_000) + "</title></channel></rss>",
        ["only quotes"] = () => "<rss a=\"" + Repeat(1_000_000, _ => "\"'>") + "<channel/></rss>",
        ["comment without end"] = () => "<rss><channel>" + Repeat(500_000, _ => "<!--x"),
        ["closing tags only"] = () => "<rss>" + Repeat(700_000, _ => "</a>"),
        ["JSON a million deep"] = () => new string('{', 1) + "\"items\":" + new string('[', 1_000_000),
    };

    private static string Repeat(int times, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < times; i++) text.Append(part(i));
        return text.ToString();
    }
}
