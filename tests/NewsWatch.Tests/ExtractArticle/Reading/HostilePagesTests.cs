using System.Diagnostics;
using System.Text;
using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Tests.ExtractArticle.Reading;

/// <summary>Whatever a server sends, reading it ends soon and with a value.</summary>
public sealed class HostilePagesTests
{
    [Fact]
    public void A_page_of_thirty_megabytes_is_refused_or_read_in_bounded_time()
        => Assert.Equal(PageKind.Unreadable, ReadSoon(string.Concat(Enumerable.Repeat("<p>Words and more words of a page without end.</p>", 600_000))).Kind);

    [Fact]
    public void A_hundred_thousand_nested_elements_are_read()
        => ReadSoon(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep" + string.Concat(Enumerable.Repeat("</div>", 100_000)));

    [Fact]
    public void Markup_inside_a_script_is_not_nesting()
        => Assert.NotEqual(
            PageKind.Unreadable,
            ReadSoon("<script>var x = '" + string.Concat(Enumerable.Repeat("<span>a<\\/span>", 5_000)) + "';</script><p>A page.</p>").Kind);

    [Fact]
    public void One_text_of_ten_megabytes_is_read()
        => ReadSoon("<html><body><p>" + string.Concat(Enumerable.Repeat("A sentence that goes on and on. ", 320_000)) + "</p></body></html>");

    [Fact]
    public void Formatting_that_is_opened_and_never_closed_is_bounded()
        => ReadSoon(string.Concat(Enumerable.Range(0, 4_000).Select(i => $"<font color=c{i}>")) + string.Concat(Enumerable.Repeat("<p>text", 4_000)));

    [Fact]
    public void Tables_in_tables_are_read() => ReadSoon(string.Concat(Enumerable.Repeat("<table><tr><td>", 20_000)) + "cell");

    [Fact]
    public void A_numbered_list_without_end_is_read()
        => ReadSoon("<ol start=99999999999>" + string.Concat(Enumerable.Repeat("<li>An item of the list.", 200_000)));

    [Fact]
    public void Data_of_a_script_in_lists_in_lists_is_read()
        => ReadSoon($"<script type=application/json>{new string('[', 100)}{{\"text\":\"a\"}}{new string(']', 100)}</script>"
            + "<script>self.__next_f.push([1,\"" + new string('\\', 500_001) + "\"])</script>");

    [Fact]
    public void An_attribute_of_megabytes_is_read() => ReadSoon($"<div class=\"{new string('a', 5_000_000)} {new string('-', 5_000_000)}\">text</div>");

    [Fact]
    public void Null_bytes_and_control_characters_do_no_harm()
        => Assert.DoesNotContain('\0', ReadSoon("<p>one\0two\0\u0001 and the rest of a sentence.</p>\0<\0p>").Text);

    [Fact]
    public void Json_ld_that_is_no_json_or_too_deep_is_passed_over()
        => ReadSoon("<script type=application/ld+json>{\"@type\":</script><script type=application/ld+json>"
            + new string('[', 50_000) + new string(']', 50_000) + "</script><p>text</p>");

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("iso-2022-jp")]
    [InlineData("no-such-charset")]
    [InlineData("\"")]
    public void Bytes_that_fit_no_encoding_are_read(string charset)
    {
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        var reading = PageReader.Read(bytes, $"text/html; charset={charset}", null);
        Assert.NotNull(reading.Text);
    }

    [Fact]
    public void Nothing_at_all_is_an_empty_page() => Assert.Equal(PageKind.Empty, PageReader.Read(ReadOnlyMemory<byte>.Empty, null, null).Kind);

    [Theory]
    [InlineData("windows-1252", "text/html; charset=iso-8859-1")]
    [InlineData("windows-1251", "text/html; charset=windows-1251")]
    [InlineData("shift_jis", "text/html; charset=Shift_JIS")]
    [InlineData("utf-8", "text/html; charset=iso-8859-1")]
    [InlineData("utf-8", null)]
    public void The_title_survives_its_encoding(string encoding, string? contentType)
    {
        var title = encoding switch { "windows-1251" => "Оборона и порт", "shift_jis" => "防衛協定に署名", _ => "Café über Zürich" };
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes($"<title>{title}</title><h1>{title}</h1>");
        Assert.Equal(title, PageReader.Read(bytes, contentType, null).Title);
    }

    private static PageReading ReadSoon(string html)
    {
        var clock = Stopwatch.StartNew();
        var reading = PageReader.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", new("https://example.org/a"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
        return reading;
    }
}
