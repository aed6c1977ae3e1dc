using System.Text;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Review.Articles;

namespace NewsWatch.Tests.Review;

public sealed class InertPageTests
{
    [Theory]
    [InlineData("<p onclick=run()>Words<script>run()</script></p>", "<p>Words</p>")]
    [InlineData("<a href=https://a.example ping=https://b.example>led</a>", "led")]
    [InlineData("<img src=https://a.example/x alt='a <ship>'>", "<span class=\"picture\">[a &lt;ship&gt;]</span>")]
    [InlineData("<iframe srcdoc='<p>x'></iframe><object data=x>o</object><svg><text>s</text></svg>", "")]
    [InlineData("<form action=x><p>asked</p><input value=v><button>go</button></form>", "<p>asked</p>")]
    [InlineData("<p style='background:url(https://a.example)'>plain &amp; simple</p>", "<p>plain &amp; simple</p>")]
    public async Task Words_stay_and_what_runs_loads_or_leads_goes(string body, string expected)
    {
        var html = await ReadAsync($"<html><head><base href=https://a.example><meta http-equiv=refresh content='0;url=https://a.example'></head><body>{body}</body></html>");
        Assert.Equal(expected, html[(html.IndexOf("<body dir=\"auto\">", StringComparison.Ordinal) + 17)..html.IndexOf("</body>", StringComparison.Ordinal)]);
        Assert.DoesNotContain("a.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_nested_without_end_is_read_to_its_words()
        => Assert.Contains("deep", await ReadAsync(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "deep"), StringComparison.Ordinal);

    private static Task<string> ReadAsync(string html)
    {
        var address = new Uri("https://news.example/a");
        var page = new KeptPage("a", "d", address, address, 200, new Dictionary<string, string>(), TestSite.Now, html.Length, "pages/a/d.html.gz");
        return InertPage.OfAsync(page, Encoding.UTF8.GetBytes(html), default);
    }
}
