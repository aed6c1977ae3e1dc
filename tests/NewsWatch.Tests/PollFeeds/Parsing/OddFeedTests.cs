using System.Text;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.Tests.PollFeeds.Parsing;

public sealed class OddFeedTests
{
    private static FeedDocument Read(string text)
        => Assert.IsType<FeedParse.Parsed>(new FeedParser(TimeProvider.System).Parse(Encoding.UTF8.GetBytes(text), "application/atom+xml", new("https://mod.example/feeds/1.xml"))).Document;

    private static FeedEntry Entry(string inside) => Read($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><entry>{inside}</entry></feed>").Entries.Single();

    [Fact]
    public void An_entry_at_the_root_is_a_feed_of_that_entry()
    {
        var document = Read("<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>Paper signed</title><id>urn:x:1</id><link href=\"/1\"/><updated>2026-03-02T08:30:00Z</updated><summary>Both signed.</summary></entry>");
        var entry = Assert.Single(document.Entries);
        Assert.Equal(("Paper signed", "urn:x:1", "https://mod.example/1", "Both signed."), (entry.Title, entry.Id, entry.Link, entry.Summary));
    }

    [Theory]
    [InlineData("text/plain", "Talk")]
    [InlineData("application/octet-stream", "Talk")]
    [InlineData("application/x-unknown", "Acsa")]
    [InlineData("image/png", "Pact")]
    public void A_title_is_text_whatever_its_type_says(string type, string title)
        => Assert.Equal(title, Entry($"<title type=\"{type}\">{title}</title>").Title);

    [Fact]
    public void Content_that_decodes_to_no_text_is_left_out()
        => Assert.Null(Entry("<title>T</title><content type=\"image/png\">iVBORw0KGgoAAAANSUhEUg==</content>").Content);

    [Fact]
    public void Content_in_base64_that_is_text_is_read()
        => Assert.Equal("Paper signed.", Entry("<title>T</title><content type=\"application/octet-stream\">UGFwZXIgc2lnbmVkLg==</content>").Content);

    [Theory]
    [InlineData("<link rel='ALTERNATE' href='/upper'/><link rel='alternate' href='/exact'/>", "https://mod.example/exact")]
    [InlineData("<link rel='Alternate' href='/upper'/><link rel='self' href='/self'/>", "https://mod.example/upper")]
    [InlineData("<link rel='http://www.iana.org/assignments/relation/alternate' href='/full'/><link href='/none'/>", "https://mod.example/none")]
    public void A_relation_is_compared_exactly_first(string links, string expected) => Assert.Equal(expected, Entry($"<title>T</title>{links}").Link);

    [Theory]
    [InlineData("<xmlns:b>Talks</xmlns:b>")]
    [InlineData("<xmlns:xmlns:b>Talks</xmlns:xmlns:b>")]
    [InlineData("<xmlns:b>Talks")]
    public void An_element_with_the_prefix_of_declarations_is_read_without_it(string title)
        => Assert.Equal("Talks", Entry($"<title type=\"xhtml\">{title}</title>").Title);

    [Theory]
    [InlineData("/news/1")]
    [InlineData("./1")]
    [InlineData("1")]
    public void A_relative_id_stays_as_it_is(string id) => Assert.Equal(id, Entry($"<title>T</title><id>{id}</id>").Id);

    [Theory]
    [InlineData("htp://mod.example/1", "http://mod.example/1")]
    [InlineData("http//mod.example/1", "http://mod.example/1")]
    [InlineData("http://https://mod.example/1", "https://mod.example/1")]
    public void A_mistyped_link_is_what_was_meant(string link, string meant) => Assert.Equal(meant, Entry($"<title>T</title><link href=\"{link}\"/>").Link);

    [Theory]
    [InlineData("<!-- ")]
    [InlineData("<a x=\">")]
    [InlineData("<a '")]
    [InlineData("<script>")]
    [InlineData("<div>")]
    public void Markup_without_end_is_read_in_time_that_grows_with_its_length_alone(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000)) + ">";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        NewsWatch.Text.Html.PlainText.Body(text, isHtml: true);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{piece} took {watch.Elapsed}");
    }

    [Fact]
    public void A_reading_that_is_not_wanted_any_more_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new FeedParser(TimeProvider.System).Parse("<rss><channel><item/></channel></rss>"u8.ToArray(), null, null, null, stop.Token));
    }
}
