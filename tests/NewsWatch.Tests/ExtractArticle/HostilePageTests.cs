using System.Text;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle;

/// <summary>Pages made to hurt, through the real reader: a text or a clear problem, never an exception, and the article goes on.</summary>
public sealed class HostilePageTests
{
    private const string Address = "https://news.example/hostile";
    private const string Body = "<p>The ministers of the two countries agreed on Wednesday to open talks on a logistics agreement between their forces.</p>";

    public static TheoryData<string, byte[]> Pages => new()
    {
        { "one text node of 5 MB", Utf8("<html><body><p>" + new string('a', 5_000_000) + "</p></body></html>") },
        { "null bytes", Utf8("<html><body>\0\0\0<article><h1>Ti\0tle</h1>" + Body.Replace("two", "t\0wo", StringComparison.Ordinal) + "</article>\0") },
        { "nothing but null bytes", new byte[1_000_000] },
        { "no bytes", [] },
        { "broken UTF-8", [.. Utf8("<html><meta charset=utf-8><body><p>"), .. Enumerable.Repeat((byte)0xC3, 1000), .. Utf8(Body)] },
        { "UTF-16 with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><body><article>" + Body + "</article></body></html>")] },
        { "a lone surrogate as a character reference", Utf8("<html><body><article><p>&#xD800;&#x110000;</p>" + Body + "</article>") },
        { "a PDF's mark and nothing else", Utf8("%PDF-1.7") },
    };

    [Theory]
    [MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_page_ends_in_a_text_or_a_clear_problem(string what, byte[] page)
    {
        using var bench = new ExtractArticleBench(realReader: true);
        bench.Web.Answer(Address, Web.Page(Address, page, "text/html"));
        var article = await bench.HandleAsync(Address, "From the feed", "Its summary.");
        Assert.True(article.Content is { Origin: TextOrigin.Page, Text.Length: > 0 } || article.Problem is { Reason.Length: > 10 }, what);
        Assert.DoesNotContain('\0', article.Content!.Text);
        Assert.Single(bench.Extracted);
    }

    [Fact]
    public async Task A_page_of_30_MB_is_not_read_at_all()
    {
        using var bench = new ExtractArticleBench(realReader: true);
        bench.Web.Answer(Address, Web.Page(Address, new byte[30_000_000], "text/html"));
        var article = await bench.HandleAsync(Address);
        Assert.Equal("unreadable: more than 20971520 bytes", article.Problem!.Reason);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
