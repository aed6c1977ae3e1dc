using System.Text;
using System.Text.Json.Nodes;

namespace NewsWatch.Notices.Channels.Ntfy;

/// <summary>A notice as a push message: plain text, at most 4096 bytes (what is longer ntfy turns into an attachment).</summary>
internal static class NtfyMessage
{
    private const int MostBytes = 4096;
    private const int MostTitle = 200;
    private const int MostActions = 3;
    private const int Usual = 3;
    private const int High = 4;

    public static JsonObject Of(Notice notice, string topic)
    {
        var message = new JsonObject
        {
            ["topic"] = topic,
            ["title"] = NoticeText.Line(notice.Subject, MostTitle),
            ["message"] = Cut(PlainText.Of(notice)),
            ["priority"] = notice.Urgent ? High : Usual,
        };
        if (notice.Link is { } link)
            message["click"] = link.AbsoluteUri;
        if (notice.Items is [{ Links: { Count: > 0 } links }])
            message["actions"] = new JsonArray([.. links.Take(MostActions).Select(View)]);
        return message;
    }

    private static JsonObject View(NoticeLink link)
        => new() { ["action"] = "view", ["label"] = link.Text, ["url"] = link.Address.AbsoluteUri };

    /// <summary>Whole lines, as many as there is room for.</summary>
    private static string Cut(string text)
    {
        var kept = new StringBuilder();
        var left = MostBytes - 4;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            left -= Encoding.UTF8.GetByteCount(line) + 1;
            if (left < 0)
                return kept.Append('…').ToString();
            kept.Append(line).Append('\n');
        }
        return kept.ToString().TrimEnd('\n');
    }
}
