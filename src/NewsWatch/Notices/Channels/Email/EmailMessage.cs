using MimeKit;
using MimeKit.Text;

namespace NewsWatch.Notices.Channels.Email;

/// <summary>
/// A notice as a message: text and HTML of the same. Its Message-ID is derived, so that a repetition is known as one; messages of one
/// thread name one root that was never sent (RFC 5322, 3.6.4), which gathers them however many of them a reader has.
/// </summary>
internal sealed class EmailMessage(string channel, EmailOptions server)
{
    private readonly MailboxAddress from = MailboxAddress.Parse(server.From!);

    /// <summary>Words the message to one recipient.</summary>
    public MimeMessage Of(Notice notice, string recipient, DateTimeOffset now)
    {
        var body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = PlainText.Of(notice) },
            new TextPart(TextFormat.Html) { Text = MailHtml.Of(notice) },
        };
        var message = new MimeMessage([from], [MailboxAddress.Parse(recipient)], notice.Subject, body)
        {
            Date = now,
            MessageId = MessageId(notice.Id),
        };
        if (notice.Thread is { } thread)
            message.References.Add(MessageId($"thread/{thread}"));
        foreach (var answered in notice.Answers)
            message.References.Add(MessageId(answered));
        if (message.References is [.., var parent])
            message.InReplyTo = parent;
        // RFC 3834, 5: no vacation reply to a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        // RFC 2919 and RFC 2369: a reader can sort by the channel, and ask to be left out of it.
        message.Headers.Add(HeaderId.ListId, $"NewsWatch {channel} <{channel}.newswatch.{from.Domain}>");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{Unsubscribe()}>");
        if (notice.Urgent)
            message.Importance = MessageImportance.High;
        return message;
    }

    private string MessageId(string id) => $"{DerivedUuid.Of(DerivedUuid.NewsWatch, $"{id}/{channel}"):N}@{from.Domain}";

    private string Unsubscribe() => server.Unsubscribe is { Length: > 0 } asked && asked.Contains("://", StringComparison.Ordinal)
        ? new Uri(asked).AbsoluteUri
        : $"mailto:{server.Unsubscribe ?? from.Address}?subject=unsubscribe%20{channel}";
}
