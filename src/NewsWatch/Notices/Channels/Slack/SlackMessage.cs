using System.Text;
using System.Text.Json.Nodes;

namespace NewsWatch.Notices.Channels.Slack;

/// <summary>A notice in Slack's blocks. Limits: https://docs.slack.dev/reference/block-kit/blocks.</summary>
internal static class SlackMessage
{
    private const int MostBlocks = 50;
    private const int MostHeader = 150;
    private const int MostSection = 3000;
    private const int MostText = 4000;

    public static JsonObject Of(Notice notice)
    {
        var blocks = new List<JsonObject>();
        if (notice.Items.Count > 1)
            blocks.Add(Header(notice.Subject));
        foreach (var item in notice.Items)
        {
            // A message is cut between items, never within one.
            List<JsonObject> own = [.. Blocks(item, isOnly: notice.Items.Count == 1)];
            if (blocks.Count + own.Count > MostBlocks - 1)
            {
                blocks.Add(Section($"… and {notice.Items.Count - notice.Items.ToList().IndexOf(item)} more"));
                break;
            }
            blocks.AddRange(own);
        }
        return new()
        {
            ["text"] = Cut(Escape($"{notice.Subject}\n{PlainText.Of(notice)}"), MostText),
            ["blocks"] = new JsonArray([.. blocks]),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
    }

    private static IEnumerable<JsonObject> Blocks(NoticeItem item, bool isOnly)
    {
        if (isOnly)
            yield return Header(item.Heading);
        else
            yield return Section($"*{Escape(item.Heading)}*");
        var text = new StringBuilder();
        foreach (var quote in item.Quotes)
            text.Append("> ").Append(Escape(quote.Text)).Append(Escape(PlainText.Origin(quote))).Append('\n');
        text.Append(Escape(item.Statement));
        foreach (var fact in item.Facts)
            text.Append('\n').Append(Escape($"{fact.Label}: {fact.Value}"));
        yield return Section(text.ToString());
        if (item.Sources.Count > 0)
            yield return Section(
                string.Join('\n', item.Sources.Select(source => $"• {Link(source.Title, source.Address)} – {Escape(source.Detail)}")));
        if (item.Links.Count > 0)
            yield return Section(string.Join(" · ", item.Links.Select(link => Link(link.Text, link.Address))));
    }

    private static JsonObject Header(string text) => new()
    {
        ["type"] = "header",
        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = NoticeText.Line(text, MostHeader), ["emoji"] = false },
    };

    private static JsonObject Section(string markdown) => new()
    {
        ["type"] = "section",
        ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = Cut(markdown, MostSection), ["verbatim"] = true },
    };

    private static string Link(string text, Uri address) => $"<{Escape(address.AbsoluteUri)}|{Escape(text).Replace('|', '¦')}>";

    /// <summary>What Slack reads as markup is written as it asks: no link, mention or channel comes out of an article's text.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Whole lines where possible: half a link or half an escape would show.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf('\n', most - 2);
        return text[..(end > 0 ? end : text.LastIndexOf(' ', most - 2) is > 0 and var space ? space : 0)] + "\n…";
    }
}
