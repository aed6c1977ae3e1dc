using System.Text;
using System.Text.Json.Nodes;

namespace NewsWatch.Notices.Channels.Teams;

/// <summary>
/// A notice as an Adaptive Card 1.4. A text block's text would be read as Markdown, so every line is a run of plain text instead. Teams
/// refuses a message of more than 28 KB.
/// </summary>
internal static class TeamsMessage
{
    private const int MostBytes = 24 * 1024;
    private const int MostActions = 6;

    public static JsonObject Of(Notice notice)
    {
        var body = new List<JsonNode>();
        var left = MostBytes;
        if (notice.Items.Count > 1)
            Add(body, Line([Run(notice.Subject, bold: true, large: true)]), ref left);
        for (var index = 0; index < notice.Items.Count; index++)
            if (!Add(body, Item(notice.Items[index], isOnly: notice.Items.Count == 1), ref left))
            {
                body.Add(Line([Run($"… and {notice.Items.Count - index} more")]));
                break;
            }
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = new JsonArray([.. body]),
            ["msteams"] = new JsonObject { ["width"] = "Full" },
        };
        if (notice.Items is [{ Links: { Count: > 0 } links }])
            card["actions"] = new JsonArray([.. links.Take(MostActions).Select(Action)]);
        var attachment = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card };
        return new() { ["type"] = "message", ["attachments"] = new JsonArray(attachment) };
    }

    /// <summary>Adds what there is room for; false where there is none.</summary>
    private static bool Add(List<JsonNode> body, JsonObject element, ref int left)
    {
        var bytes = Encoding.UTF8.GetByteCount(element.ToJsonString());
        if (bytes > left)
            return false;
        left -= bytes;
        body.Add(element);
        return true;
    }

    private static JsonObject Item(NoticeItem item, bool isOnly)
    {
        var lines = new List<JsonNode> { Line([Run(item.Heading, bold: true, large: isOnly)]) };
        foreach (var quote in item.Quotes)
            lines.Add(Line([Run($"“{quote.Text}”", italic: true), Run(PlainText.Origin(quote))]));
        lines.Add(Line([Run(item.Statement)]));
        foreach (var fact in item.Facts)
            lines.Add(Line([Run($"{fact.Label}: ", bold: true), Run(fact.Value)]));
        foreach (var source in item.Sources)
            lines.Add(Line([Run(source.Title, to: source.Address), Run($" – {source.Detail}")]));
        if (!isOnly && item.Links.Count > 0)
            lines.Add(Line([.. item.Links.SelectMany((link, index)
                => new[] { Run(index > 0 ? " · " : ""), Run(link.Text, to: link.Address) })]));
        return new() { ["type"] = "Container", ["items"] = new JsonArray([.. lines]), ["separator"] = !isOnly };
    }

    private static JsonObject Line(IEnumerable<JsonObject> runs) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray([.. runs.Where(run => run["text"]!.GetValue<string>().Length > 0)]),
    };

    private static JsonObject Run(string text, bool bold = false, bool italic = false, bool large = false, Uri? to = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (bold)
            run["weight"] = "Bolder";
        if (italic)
            run["italic"] = true;
        if (large)
            run["size"] = "Large";
        if (to is not null)
            run["selectAction"] = Action(new(text, to));
        return run;
    }

    private static JsonObject Action(NoticeLink link)
        => new() { ["type"] = "Action.OpenUrl", ["title"] = NoticeText.Line(link.Text, 60), ["url"] = link.Address.AbsoluteUri };
}
