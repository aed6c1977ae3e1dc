using System.Text;

namespace NewsWatch.Tests.Attacks;

/// <summary>Markup made to cost whoever reads it far more than it cost to send.</summary>
internal static class MarkupBombs
{
    public const string Sentence = "The ministers agreed on Wednesday to open talks on a logistics agreement between their forces. ";

    private static readonly Dictionary<string, Func<string>> Makers = new(StringComparer.Ordinal)
    {
        ["100,000 boxes never closed"] = () => Repeat("<div>", 100_000),
        ["100,000 boxes closed again"] = () => Repeat("<div>", 100_000) + Repeat("</div>", 100_000),
        ["1,900 boxes never closed, with text"] = () => Repeat("<div>" + Sentence, 1_900),
        ["40,000 paragraphs in a box"] = () => "<div>" + Repeat($"<p>{Sentence}</p>", 40_000) + "</div>",
        ["100,000 attributes of one element"] = () => "<div " + Numbered("a{0}=1 ", 100_000) + ">",
        ["one attribute 300,000 times"] = () => "<div " + Repeat("a=1 ", 300_000) + ">",
        ["40 attributes of 20,000 elements"] = () => Repeat("<p " + Numbered("data-date-{0}=2026-03-04 ", 40) + ">" + "A day.</p>", 20_000),
        ["formatting opened and never closed"] = () => Numbered("<font color=c{0}>", 4_000) + Repeat("<p>text", 4_000),
        ["links in links"] = () => Repeat("<a href=/x><div>", 20_000),
        ["bold across boxes"] = () => Repeat("<b><i><div>", 900) + Repeat("</b></i>", 20_000),
        ["lists in lists"] = () => Repeat("<ul><li>", 50_000) + Sentence,
        ["a list of 80,000 items"] = () => "<ol start=99999999999>" + Repeat("<li>An item", 80_000),
        ["tables in tables"] = () => Repeat("<table><tr><td>", 20_000) + "cell",
        ["text where only rows may stand"] = () => "<table>" + Repeat("<tr>x<b>y", 30_000),
        ["templates in templates"] = () => Repeat("<template>", 100_000),
        ["shadow roots in shadow roots"] = () => Repeat("<div><template shadowrootmode=open>", 900) + Sentence,
        ["drawings in drawings"] = () => Repeat("<svg><foreignObject>", 1_500) + Sentence,
        ["formulas in formulas"] = () => Repeat("<math><mi>", 1_900) + Sentence,
        ["choices in choices"] = () => Repeat("<select><option>", 100_000),
        ["comments never closed"] = () => Repeat("<!--x", 500_000),
        ["sections of characters never closed"] = () => Repeat("<svg><![CDATA[", 500_000),
        ["scripts never closed"] = () => Repeat("<script>", 300_000),
        ["quotes never closed"] = () => Repeat("<a href=\"", 300_000),
        ["less-than signs"] = () => new string('<', 1_500_000),
        ["ampersands"] = () => new string('&', 3_000_000),
        ["references"] = () => Repeat("&NotEqualTilde;&#x10FFFF;&#0;", 150_000),
        ["one word of 8 MB"] = () => "<p>" + new string('a', 8_000_000),
        ["one class of 5 MB"] = () => "<div class=\"" + new string('a', 5_000_000) + "\">text",
        ["a million class names"] = () => "<div class=\"" + Repeat("a ", 1_000_000) + "\">text",
        ["20,000 links in a row"] = () => "<main>" + Numbered("<a href=/news/{0}>A headline long enough to be an article</a> ", 20_000) + "</main>",
        ["5,000 links in boxes of much text"] = () => "<main>" + Numbered($"<div><p>{Sentence}</p><a href=/news/{{0}}>A headline long enough to be one</a></div>", 5_000),
        ["linked data 50,000 deep"] = () => "<script type=application/ld+json>" + new string('[', 50_000) + new string(']', 50_000) + "</script>",
        ["30,000 scripts of linked data"] = () => Repeat("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"A\"}</script>", 30_000),
        ["linked data of 200,000 authors"] = () => "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[" + Repeat("\"A. Person\",", 200_000) + "\"B\"]}</script>",
        ["a script of quotes and strokes"] = () => "<script>self.__next_f.push([1,\"" + new string('\\', 1_000_001) + "\"])</script>",
        ["a script of strings"] = () => "<script>" + Repeat("\"a\":\"" + Sentence + "\",", 60_000) + "</script>",
        ["100,000 metas"] = () => Numbered("<meta property=og:title content=t{0}>", 100_000),
        ["20,000 dates"] = () => Repeat("<time datetime=2026-03-04>4 March 2026</time> <span class=date>3/4/2026</span>", 20_000),
        ["60,000 bylines"] = () => Repeat("<span class=byline rel=author>By A. Person and B. Other</span>", 60_000),
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    public static string Make(string name) => Makers[name]();

    public static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();

    private static string Numbered(string form, int times)
    {
        var text = new StringBuilder();
        var composite = CompositeFormat.Parse(form);
        for (var number = 0; number < times; number++)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, composite, number);
        return text.ToString();
    }
}
