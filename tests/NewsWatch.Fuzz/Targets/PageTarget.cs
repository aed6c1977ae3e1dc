using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Text;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A page, from its bytes to an article and what is said of it.</summary>
internal sealed class PageTarget : IFuzzTarget
{
    private static readonly Uri Address = new("https://www.news.example/world/2026/05/30/talks-on-logistics");

    public string Name => "page";

    public string Dictionary => "html";

    public void Read(byte[] input) => Check(PageReader.Read(input, null, Address), input.Length);

    /// <summary>What holds of every page.</summary>
    public static void Check(PageReading reading, int length)
    {
        Promise.That(reading.Kind == PageKind.Article == reading.Reason is null, $"what is no article has a reason, and only that: {reading.Kind}");
        Promise.Text(reading.Text, 4 * length + 1_000, "an article's text");
        Promise.Line(reading.Title, Bound.Line, "a title");
        Promise.Line(reading.Site, Bound.Line, "a site");
        Promise.Line(reading.Section, Bound.Line, "a section");
        Promise.Line(reading.Reason, Bound.Line, "a reason");
        Promise.That(reading.Language is null or { Length: 2 or 3 }, $"a language is a primary tag: {reading.Language}");
        Promise.That(
            reading.Authors.Distinct(StringComparer.OrdinalIgnoreCase).Count() == reading.Authors.Count,
            "no author comes twice");
        foreach (var author in reading.Authors)
            Promise.Line(author, Bound.Line, "an author");
        foreach (var date in new[] { reading.Published, reading.Modified })
            Promise.That(date is null or { Year: >= 1989 and <= 2100 }, $"a date is of our time: {date:O}");
        Promise.Web(reading.Canonical, "a canonical address");
        Promise.Web(reading.NextPart, "the address of a next part");
    }
}
