using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Text.Html;

namespace NewsWatch.Review.Articles;

/// <summary>
/// A kept page with nothing in it that could run, load or lead anywhere: its elements of text alone, without attributes, under a policy that
/// allows nothing but one style of our own. A policy by itself would not keep a browser from looking up hosts that a page names.
/// </summary>
internal static class InertPage
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:1rem/1.6 Georgia,"Noto Serif",serif;max-width:44rem;margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}
        table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .4rem;text-align:start}.picture{opacity:.7}
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "q", "cite", "em", "strong",
        "b", "i", "u", "s", "sub", "sup", "small", "br", "hr", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "figure",
        "figcaption", "section", "article", "header", "footer", "main", "aside", "nav", "address", "time", "div", "bdi", "bdo", "ruby", "rt", "rp",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "meta", "base", "svg", "math", "head",
        "title", "video", "audio", "source", "track", "canvas", "map", "select", "textarea", "input", "button", "dialog", "portal", "noscript",
    };

    /// <summary>Headers of the answer; the page may be framed by the site alone.</summary>
    public static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            $"sandbox; default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-DNS-Prefetch-Control"] = "off";
    }

    /// <summary>The page as a document of our own.</summary>
    public static string Of(KeptPage page, ReadOnlyMemory<byte> body, TimeProvider time, CancellationToken cancellation) => BoundedHtml.Read(
        body,
        page.Headers.GetValueOrDefault("content-type"),
        page.Address,
        time,
        (document, _) => Of(document),
        why => $"<!DOCTYPE html><html><body><p>What was fetched is not shown: {Text(why)}.</p></body></html>",
        cancellation);

    private static string Of(IHtmlDocument document)
    {
        var html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>").Append(Text(document.Title ?? ""))
            .Append("</title><style>").Append(Style).Append("</style></head><body dir=\"auto\">");
        if (document.Body is { } root)
            Write(html, root);
        return html.Append("</body></html>").ToString();
    }

    /// <summary>Walks without calling itself: markup from outside may be nested as deep as it likes.</summary>
    private static void Write(StringBuilder html, INode root)
    {
        var open = new Stack<(INode Node, bool IsEnd)>(root.ChildNodes.Reverse().Select(child => (child, false)));
        while (open.TryPop(out var next))
        {
            if (next.IsEnd)
            {
                html.Append("</").Append(next.Node.NodeName.ToLowerInvariant()).Append('>');
                continue;
            }
            if (next.Node is IText text)
                html.Append(Text(text.Data));
            if (next.Node is not IElement element || Dropped.Contains(element.LocalName))
                continue;
            if (element.LocalName == "img")
            {
                if (element.GetAttribute("alt") is { Length: > 0 } words)
                    html.Append("<span class=\"picture\">[").Append(Text(words)).Append("]</span>");
                continue;
            }
            if (Kept.Contains(element.LocalName))
            {
                html.Append('<').Append(element.LocalName).Append('>');
                if (element.LocalName is "br" or "hr")
                    continue;
                open.Push((element, true));
            }
            foreach (var child in element.ChildNodes.Reverse())
                open.Push((child, false));
        }
    }

    private static string Text(string text) => System.Net.WebUtility.HtmlEncode(text);
}
