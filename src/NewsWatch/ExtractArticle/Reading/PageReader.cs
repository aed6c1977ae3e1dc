using NewsWatch.ExtractArticle.Reading.Decoding;
using NewsWatch.ExtractArticle.Reading.Kinds;
using NewsWatch.ExtractArticle.Reading.Metadata;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Picking;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.ExtractArticle.Reading;

/// <summary>
/// Reads an article, its metadata and what kind of page it is from HTML. Never throws for what a page holds: what can't be
/// read comes back as <see cref="PageKind.Unreadable"/> with the reason. Safe to call from many threads.
/// </summary>
public static class PageReader
{
    /// <summary>Reads a page as it came from a server.</summary>
    /// <param name="body">After decompression.</param>
    /// <param name="contentType">The header's value; null where there was none.</param>
    /// <param name="address">Where it came from, to resolve links; null where unknown.</param>
    public static PageReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
        => body.Length > 2 * PageParser.MaxCharacters
            ? Unreadable($"larger than {2 * PageParser.MaxCharacters / 1024 / 1024} MiB")
            : Read(PageDecoder.Decode(body.Span, contentType), address);

    /// <summary>Reads a page already decoded.</summary>
    public static PageReading Read(string html, Uri? address)
    {
        ArgumentNullException.ThrowIfNull(html);
        var (facts, refusal) = Prepare(html, address);
        if (facts is null)
            return Unreadable(refusal!);
        var probabilities = BlockJudge.Judge(facts.Map, facts.Context);
        Layers.Strike(facts.Map, facts.Context, probabilities);
        var body = BodyText.Of(facts.Map, probabilities);
        var (kind, reason) = PageKindJudge.Judge(facts, body.Words, body.Last);
        return PageMetadata.AddTo(new() { Kind = kind, Reason = reason, Text = body.Text }, facts);
    }

    /// <summary>Parses and maps a page, for reading and for training; null with the reason where it is refused.</summary>
    internal static (PageFacts? Facts, string? Refusal) Prepare(string html, Uri? address)
    {
        var (facts, refusal) = Map(html, address);
        return facts is not null && facts.Map.ProseWords < CarriedMarkup.NextToNothing && CarriedMarkup.Find(html, facts.Json.Body) is { } article
            && Map(html + article, address).Facts is { } whole
            ? (whole, null)
            : (facts, refusal);
    }

    private static (PageFacts? Facts, string? Refusal) Map(string html, Uri? address)
    {
        var (document, refusal) = PageParser.Parse(html);
        if (document is null)
            return (null, refusal);
        using (document)
        {
            var map = PageWalker.Map(document);
            var json = JsonLdReader.Read(map.Landmarks.JsonLd);
            var metas = new MetaTags(map.Landmarks.Metas);
            var stated = new StatedText(
                json.Headline ?? metas.First("og:title") ?? map.Landmarks.DocumentTitle,
                json.Description ?? metas.First("og:description") ?? metas.First("description"),
                json.Body);
            return (new(map, new(map, stated), json, metas, address), null);
        }
    }

    private static PageReading Unreadable(string why) => new() { Kind = PageKind.Unreadable, Reason = why };
}
