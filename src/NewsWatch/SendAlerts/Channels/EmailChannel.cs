using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace NewsWatch.SendAlerts.Channels;

/// <summary>Sends one message to all recipients of the channel. Its Message-ID is derived: a repetition is known as one.</summary>
internal sealed class EmailChannel(string name, ChannelOptions options, EmailOptions server, TimeSpan timeout, TimeProvider time) : INoticeChannel
{
    public string Name => name;

    public bool Wants(Notice notice) => options.Wants(notice);

    public async Task<ChannelOutcome> SendAsync(Notice notice, CancellationToken cancellation)
    {
        using var message = Compose(notice);
        using var bound = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host!, server.Port, Security(server.Security), either.Token);
            if (server.User is { } user)
                await client.AuthenticateAsync(user, server.Password!, either.Token);
            await client.SendAsync(message, either.Token);
            await DisconnectAsync(client, either.Token);
            return new ChannelOutcome.Sent(string.Join(", ", options.To));
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode is >= 500 and < 600)
        {
            return new ChannelOutcome.Refused($"{server.Host}: {refusal.StatusCode:D} {OneLine(refusal.Message)}");
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or IOException or SocketException or AuthenticationException
            or SslHandshakeException or NotSupportedException)
        {
            return new ChannelOutcome.Failed($"{server.Host}: {OneLine(failure.Message)}");
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new ChannelOutcome.Failed($"{server.Host}: no answer in time");
        }
    }

    /// <summary>The message is taken by now: whatever comes of the farewell, it must not be sent again.</summary>
    private static async Task DisconnectAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or IOException or SocketException or OperationCanceledException)
        {
            await client.DisconnectAsync(quit: false, CancellationToken.None);
        }
    }

    private MimeMessage Compose(Notice notice)
    {
        var from = MailboxAddress.Parse(server.From!);
        var message = new MimeMessage(new[] { from }, options.To.Select(MailboxAddress.Parse), OneLine(notice.Subject), new TextPart("plain") { Text = notice.Text })
        {
            Date = time.GetUtcNow(),
            MessageId = $"{DerivedUuid.Of(DerivedUuid.NewsWatch, $"{notice.Id}/{name}"):N}@{from.Domain}",
        };
        // RFC 3834, 5: no vacation reply to a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static SecureSocketOptions Security(EmailSecurity security) => security switch
    {
        EmailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        EmailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
