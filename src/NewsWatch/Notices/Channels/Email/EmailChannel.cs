using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using NewsWatch.Fetching;

namespace NewsWatch.Notices.Channels.Email;

/// <summary>Sends each recipient a message of its own, so that what becomes of one mailbox is no matter to the others.</summary>
internal sealed class EmailChannel(
    string name, ChannelOptions options, EmailOptions server, GuardedConnector connector, TimeProvider time) : INoticeChannel
{
    private readonly IPNetwork[] networks = [.. server.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    private readonly EmailMessage messages = new(name, server);

    public string Name => name;

    public IReadOnlyList<string> Recipients { get; } = [.. options.To.Distinct(StringComparer.OrdinalIgnoreCase)];

    public async Task<ChannelOutcome> SendAsync(Notice notice, string recipient, CancellationToken cancellation)
    {
        using var message = messages.Of(notice, recipient, time.GetUtcNow());
        try
        {
            using var client = new SmtpClient();
            var connection = await connector.ConnectAsync(
                new DnsEndPoint(server.Host!, server.Port),
                networks,
                $"{NoticesOptions.Section}:{nameof(NoticesOptions.Email)}:{nameof(EmailOptions.AllowedNetworks)}",
                cancellation);
            await client.ConnectAsync(connection, server.Host!, server.Port, Security(server.Security), cancellation);
            if (server.User is { } user)
                await client.AuthenticateAsync(user, server.Password!, cancellation);
            await client.SendAsync(message, cancellation);
            await DisconnectAsync(client, cancellation);
            return new ChannelOutcome.Sent();
        }
        catch (ForbiddenAddressException forbidden)
        {
            return new ChannelOutcome.Refused(forbidden.Message);
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode is >= 500 and < 600)
        {
            return new ChannelOutcome.Refused($"{server.Host}: {refusal.StatusCode:D} {NoticeText.Line(refusal.Message)}");
        }
        catch (SmtpCommandException failure)
        {
            return new ChannelOutcome.Failed($"{server.Host}: {failure.StatusCode:D} {NoticeText.Line(failure.Message)}")
            {
                OthersMayWork = failure.ErrorCode == SmtpErrorCode.RecipientNotAccepted,
            };
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or IOException or SocketException
            or AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            return new ChannelOutcome.Failed($"{server.Host}: {NoticeText.Line(failure.Message)}");
        }
    }

    /// <summary>The message is taken by now: whatever comes of the farewell, it must not be sent again.</summary>
    private static async Task DisconnectAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or IOException or SocketException
            or OperationCanceledException)
        {
            await client.DisconnectAsync(quit: false, CancellationToken.None);
        }
    }

    private static SecureSocketOptions Security(EmailSecurity security) => security switch
    {
        EmailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        EmailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
