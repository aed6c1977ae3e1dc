using System.Globalization;
using System.Net;
using System.Text;

namespace NewsWatch.Notices.Channels.Email;

/// <summary>
/// A notice as HTML for mail readers: no script, no picture, nothing from elsewhere, nothing that tells whether it was read. Styles stand
/// on the elements, for readers that drop a style sheet; the sheet only adds the dark colours.
/// </summary>
internal static class MailHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    private const string Sheet = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          body, .page { background: #16191d !important; color: #e6e8eb !important; }
          .card { background: #1f2429 !important; border-color: #343b42 !important; }
          h1, .fact { color: #f3f5f7 !important; }
          .quiet { color: #a7b0b9 !important; }
          blockquote { background: #262d34 !important; border-color: #5b9bd5 !important; color: #f3f5f7 !important; }
          a { color: #8ec3f5 !important; }
          .act { background: #2f6ea8 !important; color: #ffffff !important; }
        }
        """;

    /// <summary>The whole document.</summary>
    public static string Of(Notice notice)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"supported-color-schemes\" content=\"light dark\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(notice.Subject)}</title>\n<style>\n{Sheet}\n</style></head>\n")
            .Append(CultureInfo.InvariantCulture,
                $"<body class=\"page\" style=\"margin:0;padding:16px;background:#f3f4f6;color:#1c2126;{Font}\">\n");
        if (notice.Items.Count > 1)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"quiet\" style=\"max-width:640px;margin:0 auto 12px;color:#59636e;font-size:14px\">{Text(notice.Subject)}</p>\n");
        foreach (var item in notice.Items)
            Append(html, item);
        return html.Append("</body></html>\n").ToString();
    }

    private static void Append(StringBuilder html, NoticeItem item)
    {
        html.Append(
            "<div class=\"card\" style=\"max-width:600px;margin:0 auto 16px;padding:20px;background:#ffffff;border:1px solid #d8dde2;border-radius:8px\">\n");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h1 dir=\"auto\" style=\"margin:0 0 14px;font-size:20px;line-height:1.3;color:#11161b\">{Text(item.Heading)}</h1>\n");
        foreach (var quote in item.Quotes)
            Append(html, quote);
        html.Append(CultureInfo.InvariantCulture,
            $"<p style=\"margin:0 0 12px;font-size:16px;line-height:1.5\">{Text(item.Statement)}</p>\n");
        Append(html, item.Facts);
        Append(html, item.Sources);
        Append(html, item.Links);
        html.Append("</div>\n");
    }

    private static void Append(StringBuilder html, NoticeQuote quote)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<blockquote dir=\"auto\"{Language(quote.Language)} style=\"margin:0 0 12px;padding:10px 14px;background:#eef4fa;")
            .Append(CultureInfo.InvariantCulture, $"border-left:4px solid #2f6ea8;font-size:16px;line-height:1.5\">“{Text(quote.Text)}”")
            .Append("</blockquote>\n");
        if (PlainText.Origin(quote) is { Length: > 0 } origin)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"quiet\" style=\"margin:-6px 0 14px 18px;font-size:13px;color:#59636e\">{Text(origin.Trim(' ', '(', ')'))}</p>\n");
    }

    private static void Append(StringBuilder html, IReadOnlyList<NoticeFact> facts)
    {
        if (facts.Count == 0)
            return;
        html.Append("<table role=\"presentation\" style=\"border-collapse:collapse;margin:0 0 14px;font-size:15px;line-height:1.45\">\n");
        foreach (var fact in facts)
            html.Append("<tr><td class=\"quiet\" style=\"padding:2px 14px 2px 0;vertical-align:top;color:#59636e\">")
                .Append(CultureInfo.InvariantCulture, $"{Text(fact.Label)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"fact\" style=\"padding:2px 0\">{Text(fact.Value)}</td></tr>\n");
        html.Append("</table>\n");
    }

    private static void Append(StringBuilder html, IReadOnlyList<NoticeSource> sources)
    {
        foreach (var source in sources)
            html.Append("<p style=\"margin:0 0 8px;font-size:15px;line-height:1.4\">")
                .Append(CultureInfo.InvariantCulture,
                    $"<a dir=\"auto\"{Language(source.Language)} href=\"{Address(source.Address)}\" style=\"color:#1f5f9e\">")
                .Append(CultureInfo.InvariantCulture, $"{Text(source.Title)}</a><br>")
                .Append(CultureInfo.InvariantCulture,
                    $"<span class=\"quiet\" style=\"font-size:13px;color:#59636e\">{Text(source.Detail)}</span></p>\n");
    }

    private static void Append(StringBuilder html, IReadOnlyList<NoticeLink> links)
    {
        if (links.Count == 0)
            return;
        html.Append("<p style=\"margin:16px 0 0;font-size:15px;line-height:2.4\">");
        foreach (var link in links)
            html.Append(CultureInfo.InvariantCulture,
                $"<a class=\"act\" href=\"{Address(link.Address)}\" style=\"display:inline-block;margin:0 8px 0 0;")
                .Append("padding:0 14px;background:#1f5f9e;color:#ffffff;border-radius:6px;text-decoration:none\">")
                .Append(CultureInfo.InvariantCulture, $"{Text(link.Text)}</a>");
        html.Append("</p>\n");
    }

    private static string Language(string? code) => code is null ? "" : $" lang=\"{Text(code)}\"";

    private static string Address(Uri address) => Text(address.AbsoluteUri);

    /// <summary>The one place where text becomes HTML.</summary>
    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
