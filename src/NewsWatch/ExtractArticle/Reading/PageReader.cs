using NewsWatch.ExtractArticle.Reading.Kinds;
using NewsWatch.ExtractArticle.Reading.Metadata;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Picking;
using NewsWatch.ExtractArticle.Reading.Scoring;
using NewsWatch.Text;
using NewsWatch.Text.Decoding;
using NewsWatch.Text.Html;

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
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static PageReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address, CancellationToken cancellation = default)
        => IsTooLarge(body) is { } refusal ? Unreadable(refusal) : Read(PageDecoder.Decode(body.Span, contentType), address, cancellation);

    /// <summary>Reads a page already decoded.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string?, Uri?, CancellationToken)"/>
    public static PageReading Read(string html, Uri? address, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        var (facts, refusal) = Prepare(html, address, cancellation);
        return facts is null ? Unreadable(refusal!) : Choose(facts, cancellation).Reading;
    }

    /// <summary>Reads a page and says of each of its blocks why it was taken or left; empty where the page is refused.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string?, Uri?, CancellationToken)"/>
    public static (PageReading Reading, IReadOnlyList<BlockVerdict> Blocks) Explain(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        if (IsTooLarge(body) is { } tooLarge)
            return (Unreadable(tooLarge), []);
        var (facts, refusal) = Prepare(PageDecoder.Decode(body.Span, contentType), address);
        if (facts is null)
            return (Unreadable(refusal!), []);
        var (reading, choice) = Choose(facts, CancellationToken.None);
        return (reading, choice.Verdicts(facts.Map));
    }

    /// <summary>Parses and maps a page, for reading and for training; null with the reason where it is refused.</summary>
    internal static (PageFacts? Facts, string? Refusal) Prepare(string html, Uri? address, CancellationToken cancellation = default)
    {
        var (facts, refusal) = Map(html, address, cancellation);
        return facts is not null && facts.Map.ProseWords < CarriedMarkup.NextToNothing && CarriedMarkup.Find(html, facts.Json.Body) is { } article
            && Map(html + article, address, cancellation).Facts is { } whole
            ? (whole, null)
            : (facts, refusal);
    }

    private static (PageReading Reading, BlockChoice Choice) Choose(PageFacts facts, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var choice = BlockChoice.Of(facts.Map, facts.Context, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var (kind, reason) = PageKindJudge.Judge(facts, choice.Body);
        return (PageMetadata.AddTo(new() { Kind = kind, Reason = reason, Text = choice.Body.Text }, facts), choice);
    }

    private static (PageFacts? Facts, string? Refusal) Map(string html, Uri? address, CancellationToken cancellation)
    {
        var (document, refusal) = BoundedHtml.Parse(html, cancellation);
        if (document is null)
            return (null, refusal);
        using (document)
        {
            var map = PageWalker.Map(document, SiteRules.Select(document, address), html.Contains("shadowroot", StringComparison.OrdinalIgnoreCase), cancellation);
            var json = JsonLdReader.Read(map.Landmarks.JsonLd, cancellation);
            var metas = new MetaTags(map.Landmarks.Metas);
            var stated = new StatedText(
                json.Headline ?? metas.First("og:title") ?? map.Landmarks.DocumentTitle,
                json.Description ?? metas.First("og:description") ?? metas.First("description"),
                json.Body);
            return (new(map, new(map, stated), json, metas, address), null);
        }
    }

    private static string? IsTooLarge(ReadOnlyMemory<byte> body)
        => body.Length > 2 * Bound.Markup.Characters ? $"larger than {2 * Bound.Markup.Characters / 1024 / 1024} MiB" : null;

    private static PageReading Unreadable(string why) => new() { Kind = PageKind.Unreadable, Reason = why };
}
