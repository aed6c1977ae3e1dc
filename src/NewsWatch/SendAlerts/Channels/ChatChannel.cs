using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace NewsWatch.SendAlerts.Channels;

/// <summary>Posts plain text to an incoming webhook of a chat.</summary>
internal sealed class ChatChannel(string name, ChannelOptions options, WebhookPost post) : INoticeChannel
{
    // Slack cuts off at 40,000 characters, Teams refuses a card of more than 28 KB.
    private const int MostCharacters = 6000;

    public string Name => name;

    public bool Wants(Notice notice) => options.Wants(notice);

    public async Task<ChannelOutcome> SendAsync(Notice notice, CancellationToken cancellation)
    {
        var body = options.Kind == ChannelKind.Teams ? Card(notice) : new JsonObject { ["text"] = Escape($"{notice.Subject}\n{Cut(notice.Text)}") };
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address) { Content = new StringContent(body.ToJsonString()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return await post.SendAsync(request, cancellation);
    }

    /// <summary>An Adaptive Card 1.4. Its text would be read as Markdown, so each line is a run of plain text instead.</summary>
    private static JsonObject Card(Notice notice)
    {
        var lines = Cut(notice.Text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var body = new JsonArray { Line(notice.Subject, bolder: true) };
        foreach (var line in lines)
            body.Add(Line(line, bolder: false));
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = body,
        };
        if (notice.Link is { } link)
            card["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "Open", ["url"] = link.AbsoluteUri });
        var attachment = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card };
        return new() { ["type"] = "message", ["attachments"] = new JsonArray(attachment) };
    }

    private static JsonObject Line(string text, bool bolder)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (bolder)
            run["weight"] = "Bolder";
        return new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    /// <summary>What Slack reads as markup is written as it asks: no link, mention or channel comes out of an article's text.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Cut(string text)
        => text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "…";
}
