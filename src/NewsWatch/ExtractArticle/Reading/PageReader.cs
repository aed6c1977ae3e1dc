using System.Text;
using NewsWatch.ExtractArticle.Reading.Metadata;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Picking;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.ExtractArticle.Reading;

/// <summary>Reads an article, its metadata and what kind of page it is from HTML. Never throws for what a page holds.</summary>
public static class PageReader
{
    /// <summary>Reads a page as it came from a server.</summary>
    /// <param name="body">After decompression.</param>
    /// <param name="contentType">The header's value; null where there was none.</param>
    /// <param name="address">Where it came from, to resolve links; null where unknown.</param>
    public static PageReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
        => Read(Encoding.UTF8.GetString(body.Span), address);

    /// <summary>Reads a page already decoded.</summary>
    public static PageReading Read(string html, Uri? address)
    {
        ArgumentNullException.ThrowIfNull(html);
        var (map, context) = Prepare(html);
        var text = BodyText.Of(map, BlockJudge.Judge(map, context));
        return text.Length == 0
            ? new() { Kind = PageKind.Empty, Reason = "nothing to read" }
            : new() { Kind = PageKind.Article, Text = text };
    }

    /// <summary>Parses and maps a page, for reading and for training.</summary>
    internal static (PageMap Map, PageContext Context) Prepare(string html)
    {
        using var document = PageParser.Parse(html);
        var map = PageWalker.Map(document);
        var stated = JsonLdReader.Read(map.Landmarks.JsonLd);
        return (map, new(map, new(stated.Headline ?? map.Landmarks.DocumentTitle, stated.Description, stated.Body)));
    }
}
