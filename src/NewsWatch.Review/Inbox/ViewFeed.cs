using System.Net;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NewsWatch.Review.Alerts;
using NewsWatch.Review.Search;

namespace NewsWatch.Review.Inbox;

/// <summary>A saved view as an Atom feed (RFC 4287): its newest rows, for any reader.</summary>
internal static class ViewFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Entries = 50;

    /// <summary>Answers with the feed; whoever has the very bytes is told so.</summary>
    public static async Task<IResult> ServeAsync(
        string id, HttpContext context, SavedViewStore views, ArticleSearch search, TimeProvider time, CancellationToken cancellation)
    {
        if ((await views.ReadAsync(cancellation)).FirstOrDefault(view => view.Id == id) is not { } view)
            return Results.NotFound();
        var query = SearchQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(view.Query)), time.GetUtcNow()) with { Page = 1, Sort = InboxSort.Found };
        var list = await search.FindAsync(query, Entries, null, cancellation);
        var content = Write(view, list.Rows, new(UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host)));
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(content, AtomFormat.ContentType, entityTag: new EntityTagHeaderValue($"\"{ArticleId.Hash(content)}\""));
    }

    private static byte[] Write(SavedView view, IReadOnlyList<InboxRow> rows, Uri site) => Alerts.XmlText.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, FeedText.Urn($"inbox/view/{view.Id}"));
        xml.WriteElementString("title", Atom, FeedText.Xml($"NewsWatch: {view.Name}"));
        xml.WriteElementString("updated", Atom, FeedText.Date(rows.Count > 0 ? rows.Max(row => row.Told) : view.At));
        Link(xml, "self", new(site, $"/views/{view.Id}.atom"));
        Link(xml, "alternate", new(site, "/" + view.Query));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, "NewsWatch");
        xml.WriteEndElement();
        foreach (var row in rows)
            Write(xml, row, site);
        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, InboxRow row, Uri site)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, FeedText.Urn($"inbox/row/{row.Lead.Id}"));
        xml.WriteElementString("title", Atom, FeedText.Xml(row.Claim is { } claim ? InboxWording.Line(claim) : row.Lead.Title));
        xml.WriteElementString("updated", Atom, FeedText.Date(row.Told));
        xml.WriteElementString("published", Atom, FeedText.Date(row.Published));
        Link(xml, "alternate", new(site, $"/articles/{row.Lead.Id}"));
        foreach (var article in row.Articles)
            Link(xml, "related", article.Shown.Address);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Html(row));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Only elements of our own, and every text in them escaped.</summary>
    private static string Html(InboxRow row)
    {
        var html = new StringBuilder();
        if (row.Snippet is { } snippet)
            html.Append("<blockquote dir=\"auto\">")
                .AppendJoin("", snippet.Pieces.Select(piece => piece.IsMarked ? $"<b>{Text(piece.Text)}</b>" : Text(piece.Text)))
                .Append("</blockquote>");
        html.Append("<ul>");
        foreach (var article in row.Articles)
            html.Append("<li dir=\"auto\"><a href=\"").Append(Text(article.Shown.Address.AbsoluteUri)).Append("\">").Append(Text(article.Title))
                .Append("</a>, ").Append(Text(article.Site)).Append("</li>");
        return html.Append("</ul>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(FeedText.Xml(text));

    private static void Link(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }
}
