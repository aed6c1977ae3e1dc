using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using NewsWatch.Notices;

namespace NewsWatch.Review.Alerts;

/// <summary>What a feed's entry holds, in the writing that all three formats share.</summary>
internal static class FeedText
{
    /// <summary>The whole of an entry as HTML: only elements of our own, and every text in them escaped.</summary>
    public static string Html(IEnumerable<NoticeItem> items)
    {
        var html = new StringBuilder();
        foreach (var item in items)
            Append(html, item);
        return html.ToString();
    }

    /// <summary>What XML 1.0 cannot hold, such as control characters and halves of surrogate pairs, is replaced.</summary>
    public static string Xml(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
                clean.Append(text[index]).Append(text[++index]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : '\uFFFD');
        return clean.ToString();
    }

    /// <summary>An id that stays, whatever address the site is reached at.</summary>
    public static string Urn(string name) => $"urn:uuid:{DerivedUuid.Of(DerivedUuid.NewsWatch, name)}";

    /// <summary>RFC 3339, in UTC.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder html, NoticeItem item)
    {
        foreach (var quote in item.Quotes)
            html.Append(CultureInfo.InvariantCulture,
                $"<blockquote dir=\"auto\"{Language(quote.Language)}><p>{Text(quote.Text)}</p></blockquote>")
                .Append(quote.From is null ? ""
                    : $"<p>{Text(quote.From)}{(quote.Language is null ? "" : $" ({Text(quote.Language)})")}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(item.Statement)}</p>");
        if (item.Facts.Count > 0)
            html.Append("<ul>").AppendJoin("", item.Facts.Select(fact => $"<li>{Text(fact.Label)}: {Text(fact.Value)}</li>"))
                .Append("</ul>");
        foreach (var source in item.Sources)
            html.Append(CultureInfo.InvariantCulture,
                $"<p><a dir=\"auto\"{Language(source.Language)} href=\"{Text(source.Address.AbsoluteUri)}\">")
                .Append(CultureInfo.InvariantCulture, $"{Text(source.Title)}</a>, {Text(source.Detail)}</p>");
        if (item.Links.Count > 0)
            html.Append("<p>").AppendJoin(" · ",
                item.Links.Select(link => $"<a href=\"{Text(link.Address.AbsoluteUri)}\">{Text(link.Text)}</a>")).Append("</p>");
    }

    private static string Language(string? code) => code is null ? "" : $" lang=\"{Text(code)}\"";

    private static string Text(string text) => WebUtility.HtmlEncode(Xml(text));
}
