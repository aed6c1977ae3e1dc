using System.Text;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Reading.Metadata;

namespace NewsWatch.Fuzz.Targets;

/// <summary>What a page says of itself in JSON-LD, alone and within a page.</summary>
internal sealed class JsonLdTarget : IFuzzTarget
{
    private static readonly Uri Address = new("https://www.news.example/world/talks-on-logistics");

    public string Name => "json-ld";

    public string Dictionary => "json-ld";

    public void Read(byte[] input)
    {
        var script = Encoding.UTF8.GetString(input);
        var article = JsonLdReader.Read([script]);
        Promise.That(article.Authors.All(author => author is not null), "an author has a name");
        var page = $"<title>Talks</title><script type=\"application/ld+json\">{script}</script><p>The ministers met for talks on Monday.</p>";
        PageTarget.Check(PageReader.Read(page, Address), page.Length);
    }
}
