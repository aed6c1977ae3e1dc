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
    public void Words_stay_and_what_runs_loads_or_leads_goes(string body, string expected)
    {
        var html = Read($"<html><head><base href=https://a.example><meta http-equiv=refresh content='0;url=https://a.example'></head><body>{body}</body></html>");
        Assert.Equal(expected, html[(html.IndexOf("<body dir=\"auto\">", StringComparison.Ordinal) + 17)..html.IndexOf("</body>", StringComparison.Ordinal)]);
        Assert.DoesNotContain("a.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_nested_as_deep_as_any_page_that_was_read_is_read_to_its_words()
        => Assert.Contains("deep", Read(string.Concat(Enumerable.Repeat("<div>", 1_900)) + "deep"), StringComparison.Ordinal);

    [Fact]
    public void Markup_nested_without_end_is_not_shown_and_that_is_said()
        => Assert.Contains(
            "What was fetched is not shown: elements nested more than 2000 deep",
            Read(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep"),
            StringComparison.Ordinal);

    private static string Read(string html)
    {
        var address = new Uri("https://news.example/a");
        var page = new KeptPage("a", "d", address, address, 200, new Dictionary<string, string>(), TestSite.Now, html.Length, "pages/a/d.html.gz");
        return InertPage.Of(page, Encoding.UTF8.GetBytes(html), TimeProvider.System, default);
    }
}
