using System.Text;
using NewsWatch.Notices.Channels.Discord;
using NewsWatch.Notices.Channels.Email;
using NewsWatch.Notices.Channels.Ntfy;
using NewsWatch.Notices.Channels.Slack;
using NewsWatch.Notices.Channels.Teams;
using NewsWatch.Notices.Channels.Webhook;

namespace NewsWatch.Notices;

/// <summary>Every format a notice is told in, for whoever wants to look at it.</summary>
public static class NoticeFormats
{
    private static readonly Dictionary<string, Func<Notice, string>> ByName = new(StringComparer.Ordinal)
    {
        ["text"] = notice => $"{notice.Subject}\n\n{PlainText.Of(notice)}",
        ["html"] = MailHtml.Of,
        ["webhook"] = notice => Encoding.UTF8.GetString(WebhookChannel.Body(notice)),
        ["slack"] = notice => SlackMessage.Of(notice).ToJsonString(),
        ["teams"] = notice => TeamsMessage.Of(notice).ToJsonString(),
        ["discord"] = notice => DiscordMessage.Of(notice).ToJsonString(),
        ["ntfy"] = notice => NtfyMessage.Of(notice, "topic").ToJsonString(),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>A notice in a format.</summary>
    /// <exception cref="KeyNotFoundException">There is no such format.</exception>
    public static string Render(Notice notice, string format) => ByName[format](notice);
}
