using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsWatch.Notices.Channels.Discord;

/// <summary>
/// A notice in Discord's embeds. Limits: https://discord.com/developers/docs/resources/message#embed-object-embed-limits.
/// </summary>
internal static class DiscordMessage
{
    private const int MostEmbeds = 10;
    private const int MostTitle = 256;
    private const int MostDescription = 4096;

    // Discord takes 6000 characters over all embeds; this leaves room for the last line.
    private const int MostInAll = 5800;

    private static readonly SearchValues<char> Markup = SearchValues.Create("\\*_~`|>#[]()<@:-");

    public static JsonObject Of(Notice notice)
    {
        var embeds = new JsonArray();
        var left = MostInAll;
        for (var index = 0; index < notice.Items.Count; index++)
        {
            var item = notice.Items[index];
            var title = NoticeText.Line(item.Heading, MostTitle);
            var description = Description(item, Math.Min(MostDescription, left - title.Length - 1));
            if (embeds.Count == MostEmbeds || description is null)
            {
                embeds[^1]!["footer"] = new JsonObject { ["text"] = $"… and {notice.Items.Count - index} more" };
                break;
            }
            left -= title.Length + description.Length;
            JsonNode embed = new JsonObject
            {
                ["title"] = title,
                ["description"] = description,
                ["timestamp"] = notice.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            };
            if (item.Links is [var link, ..])
                embed["url"] = link.Address.AbsoluteUri;
            embeds.Add(embed);
        }
        return new()
        {
            ["content"] = notice.Items.Count > 1 ? Escape(notice.Subject) : "",
            ["embeds"] = embeds,
            // Whatever stands in a text, nobody is called by it.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    /// <summary>As many whole lines as there is room for; null where not even the first fits.</summary>
    private static string? Description(NoticeItem item, int room)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(item))
        {
            if (text.Length + line.Length + 1 > room)
                break;
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        }
        return text.Length > 0 ? text.ToString() : null;
    }

    private static IEnumerable<string> Lines(NoticeItem item)
    {
        foreach (var quote in item.Quotes)
            yield return $"> {Escape(quote.Text)}{Escape(PlainText.Origin(quote))}";
        yield return Escape(item.Statement);
        foreach (var fact in item.Facts)
            yield return $"**{Escape(fact.Label)}**: {Escape(fact.Value)}";
        foreach (var source in item.Sources)
            yield return $"{Link(source.Title, source.Address)} – {Escape(source.Detail)}";
        if (item.Links.Count > 0)
            yield return string.Join(" · ", item.Links.Select(link => Link(link.Text, link.Address)));
    }

    // Parentheses would end the address too soon.
    private static string Link(string text, Uri address)
        => $"[{Escape(text)}]({address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    /// <summary>No markup, link or mention comes out of an article's text.</summary>
    private static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Markup))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
            escaped.Append(Markup.Contains(letter) ? "\\" : "").Append(letter);
        return escaped.ToString();
    }
}
